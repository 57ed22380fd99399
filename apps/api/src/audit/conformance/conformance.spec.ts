import { randomUUID } from 'node:crypto';
import { DEVIATION_KINDS } from '@repere/case-engine';
import { OpenCaseFileService } from '../../cases/opening/open-case-file.service';
import { atMoment } from '../../cases/testing/at-moment';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { ConformanceDto } from './conformance.dto';
import type { CaseFileConformanceDto } from './case-conformance.dto';
import type { DeviationGroupsDto, DeviationItemDto, DeviationPageDto } from './deviations/deviations.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

const DAY = 86_400_000;

describe('conformance of a team', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let cases: CaseClient;
  let ids: readonly string[];
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    cases = new CaseClient(worker.client);
    ids = [await openedAgo(20), await openedAgo(9), await openedAgo(0), await openedAgo(20)];
    const [first = '', second = ''] = ids;
    await cases.completed(first, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    await cases.completed(first, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
    await cases.completed(second, 'refuge', 'weigh', {
      values: { peril: 'risk' },
      reasons: ['threats'],
      occurredAt: new Date(Date.now() - 3 * DAY).toISOString(),
    });
  });
  afterAll(() => service.stop());

  const openedAgo = async (days: number): Promise<string> => {
    const id = randomUUID();
    await atMoment(service, worker.id, Date.now() - days * DAY, () =>
      service.app
        .get(OpenCaseFileService)
        .openCaseFile({
          id,
          child: { calledName: inventedName() },
          urgentDangerSeen: 'yes',
          notDuplicates: [],
        }),
    );
    return id;
  };
  const figures = async (query = '', http = supervisor.client): Promise<ConformanceDto> =>
    (await http.get<ConformanceDto>(`/conformance${query}`)).body;
  const ofCase = async (id: string, http = supervisor.client): Promise<CaseFileConformanceDto> =>
    (await http.get<CaseFileConformanceDto>(`/case-files/${id}/conformance`)).body;
  const page = (query = '', http: TestClient = supervisor.client): Promise<Answer<DeviationPageDto>> =>
    http.get<DeviationPageDto>(`/deviations${query}`);
  const all = async (query = ''): Promise<readonly DeviationItemDto[]> => {
    const items: DeviationItemDto[] = [];
    let cursor: string | null = '';
    do {
      const next: string = cursor === '' ? query : `${query || '?'}${query ? '&' : ''}cursor=${cursor}`;
      const { body, status } = await page(next);
      expect(status).toBe(200);
      items.push(...body.items);
      cursor = body.next;
    } while (cursor !== null);
    return items;
  };

  it('puts deviations together by kind, case or person; each group is what its filter finds', async () => {
    const whole = await all();
    for (const by of ['kind', 'case', 'person'] as const) {
      const { status, body } = await supervisor.client.get<DeviationGroupsDto>(`/deviations/groups?by=${by}`);
      expect(status).toBe(200);
      expect(body.groups.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length);
      expect(body.groups.length).toBeLessThan(whole.length);
      for (const { kind, caseFileId, person, count, cases: inCases } of body.groups) {
        const narrowed = [
          `kind=${kind}`,
          ...(caseFileId === null ? [] : [`caseFile=${caseFileId}`]),
          ...(person === null ? [] : [`person=${person}`]),
        ].join('&');
        const found = await all(`?${narrowed}`);
        expect([narrowed, found.length]).toEqual([narrowed, count]);
        expect(new Set(found.map((it) => it.caseFileId)).size).toBe(inCases);
      }
    }
    const { body } = await supervisor.client.get<DeviationGroupsDto>('/deviations/groups?by=person');
    expect(body.groups.map(({ personName }) => personName)).toContain('Camille');
    const stranger = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect((await stranger.client.get<DeviationGroupsDto>('/deviations/groups?by=case')).body.groups).toEqual(
      [],
    );
    expect((await worker.client.get('/deviations/groups?by=case')).status).toBe(403);
    expect((await supervisor.client.get('/deviations/groups?by=mood')).status).toBe(400);
  });

  it('is what folding each case gives, added up', async () => {
    const each = await Promise.all(ids.map((id) => ofCase(id)));
    const team = await figures();
    expect(team).toMatchObject({
      cases: ids.length,
      expected: each.reduce((sum, it) => sum + it.expected, 0),
      met: each.reduce((sum, it) => sum + it.met, 0),
    });
    expect(team.fitness).toBe(team.met / team.expected);
    expect(team.expected).toBeGreaterThan(team.met);
    const folded = each.flatMap(({ deviations }) => deviations.map(({ kind }) => kind));
    for (const { kind, count } of team.deviations)
      expect({ kind, count }).toEqual({ kind, count: folded.filter((it) => it === kind).length });
    expect(team.deviations.reduce((sum, { count }) => sum + count, 0)).toBe(folded.length);
  });

  it('says its formula beside it, in two languages, and the rules it went by', async () => {
    const { formula, rules } = await figures();
    expect(formula.what.fr).toContain('dans l’ordre, à temps');
    expect(formula.what.en).toContain('in order, in time');
    expect(rules.map(({ protocol }) => protocol)).toContain('refuge');
    expect(rules[0]?.versions[0]).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('tells of each step how often it was done, how long it waited, and the law’s lateness apart', async () => {
    const { steps } = await figures('?protocol=refuge');
    const plan = steps.find(({ step }) => step === 'plan_night');
    expect(plan).toMatchObject({ doneRuns: 1, times: 1 });
    expect(plan?.medianWait).toBeGreaterThan(19 * DAY);
    expect(steps.every(({ protocol }) => protocol === 'refuge')).toBe(true);
    const folded = (await Promise.all(ids.map((id) => ofCase(id)))).flatMap(({ deviations }) => deviations);
    const late = folded.filter((it) => it.kind === 'late' && it.protocol === 'refuge');
    const sum = (of: 'lateLegal' | 'lateOther') => steps.reduce((total, it) => total + it[of], 0);
    expect(sum('lateLegal')).toBe(late.filter(({ origin }) => origin === 'LEGAL').length);
    expect(sum('lateOther')).toBe(late.filter(({ origin }) => origin !== 'LEGAL').length);
  });

  it('is about the runs opened in the period', async () => {
    const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
    expect((await figures(`?from=${day(12)}&to=${day(5)}`)).cases).toBe(1);
    expect((await figures(`?from=${day(40)}&to=${day(30)}`)).cases).toBe(0);
    expect((await figures(`?to=${day(30)}`)).fitness).toBeNull();
  });

  it.each(['?from=31/12/2024', '?from=2025-02-30', '?team=north', '?protocol=Select 1', '?kind=bad'])(
    'refuses what it can’t read: %s',
    async (query) => {
      const path = query.startsWith('?kind') ? '/deviations' : '/conformance';
      expect((await supervisor.client.get(`${path}${query}`)).status).toBe(400);
    },
  );

  it('a figure leads to exactly its cases, by pages, the gravest first', async () => {
    const items = await all();
    const folded = (await Promise.all(ids.map((id) => ofCase(id)))).flatMap(({ deviations }) => deviations);
    expect(items.map(({ key }) => key).toSorted()).toEqual(folded.map(({ key }) => key).toSorted());
    expect(items.length).toBeGreaterThan(20);
    expect(items[0]?.kind).toBe('rights-incident');
    const legal = items.findLastIndex(({ kind, origin }) => kind === 'late' && origin === 'LEGAL');
    const other = items.findIndex(({ kind, origin }) => kind === 'late' && origin !== 'LEGAL');
    expect(legal).toBeLessThan(other);
    const late = await all('?kind=late&protocol=refuge');
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((it) => it.kind === 'late' && it.protocol === 'refuge')).toBe(true);
    const { body } = await page('?kind=late&protocol=refuge');
    expect(body.about).toMatchObject({ count: late.length });
  });

  it.each(DEVIATION_KINDS)('is asked for by kind: %s', async (kind) => {
    const folded = (await Promise.all(ids.map((id) => ofCase(id)))).flatMap(({ deviations }) => deviations);
    const keys = folded.filter((it) => it.kind === kind).map(({ key }) => key);
    expect((await all(`?kind=${kind}`)).map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  });

  it('what is empty says of how many cases and by which rules', async () => {
    const other = await service.signIn({ roles: ['supervisor'], teams: ['Elsewhere'] });
    const { body } = await page('', other.client);
    expect(body).toMatchObject({ items: [], about: { count: 0, cases: 0, rules: [] } });
  });

  it('is recorded with the cases that it showed', async () => {
    await page();
    const rows = await service.query<{ case_file_id: string }>(
      `SELECT s.case_file_id FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE e.entry::json ->> 'type' = 'deviation.list'
          AND e.seq = (SELECT max(seq) FROM ledger_event WHERE entry::json ->> 'type' = 'deviation.list')`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(ids).toEqual(expect.arrayContaining(rows.map((it) => it.case_file_id)));
  });

  describe('judging', () => {
    const say = <T = DeviationItemDto>(
      http: TestClient,
      what: 'explained' | 'judged',
      item: { readonly caseFileId: string; readonly key: string },
      body: object,
    ): Promise<Answer<T>> =>
      http.post<T>(
        `/case-files/${item.caseFileId}/${what}-deviations`,
        { key: item.key, ...body },
        { 'Idempotency-Key': randomUUID() },
      );
    const one = async (query: string): Promise<DeviationItemDto> => {
      const [item] = await all(query);
      if (!item) throw new Error(`nothing for ${query}`);
      return item;
    };

    it('a worker explains, a supervisor judges: both stay, each an event of the case', async () => {
      const item = await one('?kind=late&judged=no');
      const explained = await say(worker.client, 'explained', item, { text: 'Le foyer ne répondait pas.' });
      expect(explained).toMatchObject({
        status: 200,
        body: { judgements: [{ kind: 'explained', by: 'Camille', text: 'Le foyer ne répondait pas.' }] },
      });
      // Explained is not judged.
      expect((await all('?judged=no')).map(({ key }) => key)).toContain(item.key);
      const { status, body } = await say(supervisor.client, 'judged', item, {
        verdict: 'finding',
        text: 'Il fallait appeler le 115.',
      });
      expect(status).toBe(200);
      expect(body.judgements.map(({ kind, by }) => [kind, by])).toEqual([
        ['explained', 'Camille'],
        ['finding', 'Sacha'],
      ]);
      expect((await all('?judged=no')).map(({ key }) => key)).not.toContain(item.key);
      expect((await all('?judged=yes')).map(({ key }) => key)).toEqual([item.key]);
      const { deviations } = await figures('?protocol=' + item.protocol);
      const late = deviations.find(({ kind }) => kind === 'late');
      expect(late && late.count - late.toJudge).toBe(1);
      const events = await service.query<{ type: string }>(
        `SELECT e.entry::json ->> 'type' AS type FROM ledger_event e JOIN alias a ON a.alias = e.entry::json ->> 'stream'
          WHERE a.kind = 'case' AND a.subject = $1 AND e.entry::json ->> 'type' LIKE 'deviation.%' ORDER BY e.seq`,
        [item.caseFileId],
      );
      expect(events.map(({ type }) => type)).toEqual(['deviation.explained', 'deviation.finding']);
    });

    it('keeps the words sealed, and history as it was', async () => {
      const rows = await service.query<{ all: string }>(
        `SELECT to_jsonb(j)::text || encode(p.content, 'escape') AS all
           FROM deviation_judgement j JOIN ledger_payload p ON p.event_seq = j.event_seq`,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { all: stored } of rows) expect(stored).not.toContain('foyer');
      await expect(service.query(`UPDATE deviation_judgement SET kind = 'accepted'`)).rejects.toMatchObject({
        code: 'RP002',
      });
      await expect(service.query(`DELETE FROM deviation_judgement`)).rejects.toMatchObject({ code: 'RP002' });
    });

    it('nobody judges their own act, nor what their own case lacks: not in the database either', async () => {
      const both = await service.signIn({
        roles: ['caseworker', 'supervisor'],
        teams: ['North'],
        name: 'Both',
      });
      const own = new CaseClient(both.client);
      const file = await own.opened({ urgentDangerSeen: 'yes' });
      await own.completed(file.id, 'refuge', 'plan_night', {
        values: { bed: 'no', bed_given: 'yes' },
      });
      await own.completed(file.id, 'refuge', 'lodged_by_others', {
        values: { bed_kind: 'tent', given_by: 'police' },
        by: [{ role: 'OPJ' }],
      });
      const incident = (await ofCase(file.id, both.client)).deviations.find(
        ({ kind }) => kind === 'rights-incident',
      );
      if (!incident) throw new Error('no incident');
      expect(incident.mayNotJudge?.fr).toContain('votre acte');
      const refused = await say<ProblemDto>(both.client, 'judged', incident, {
        verdict: 'accepted',
        text: 'Très bien.',
      });
      expect(refused).toMatchObject({ status: 422, body: { reasons: [{ code: 'own-act' }] } });
      expect(
        (
          await say(supervisor.client, 'judged', incident, {
            verdict: 'accepted',
            text: 'Imposé par la police.',
          })
        ).status,
      ).toBe(200);
      await expect(
        service.query(
          `INSERT INTO deviation_judgement SELECT gen_random_uuid(), deviation_key, case_file_id, team_id, run_id, step,
             'accepted', $1::uuid, now(), $1::uuid::text, event_seq FROM deviation_judgement LIMIT 1`,
          [both.id],
        ),
      ).rejects.toMatchObject({ constraint: 'four_eyes' });
    });

    it('is told when the deviation is no more', async () => {
      const item = await one('?kind=late&judged=no');
      const gone = { ...item, key: item.key.replace(/:[a-z_]+$/, ':nothing') };
      expect((await say(worker.client, 'explained', gone, { text: 'Rien.' })).status).toBe(404);
    });

    it.each([{ text: '' }, { text: 'x'.repeat(2001) }, {}, { text: 'ok bien', key: 'DROP' }])(
      'refuses words that say nothing: %#',
      async (body) => {
        const item = await one('?kind=late&judged=no');
        expect((await say(worker.client, 'explained', item, body)).status).toBe(400);
      },
    );
  });
});
