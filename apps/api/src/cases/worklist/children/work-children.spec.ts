import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../../testing/test-service';
import { OpenCaseFileService } from '../../opening/open-case-file.service';
import { atMoment } from '../../testing/at-moment';
import { CaseClient, inventedName } from '../../testing/case-client';
import type { WorklistDto } from '../worklist.dto';
import type { WorkChildDto, WorkChildrenDto } from './work-children.dto';

const HOUR = 3_600_000;

describe('the list of work by child', () => {
  let service: TestService;
  let team: string;
  let account: SignedInClient;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    team = randomUUID();
    account = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Camille' });
    worker = new CaseClient(account.client);
  });

  const list = async (query = '', http = worker.http): Promise<WorkChildrenDto> =>
    (await http.get<WorkChildrenDto>(`/worklist/children${query}`)).body;
  const openedAgo = async (
    hours: number,
    urgentDangerSeen: 'yes' | 'no' = 'no',
    by = account.id,
    birth?: string,
  ): Promise<string> => {
    const id = randomUUID();
    const child = { calledName: inventedName(), ...(birth !== undefined && { birth }) };
    await atMoment(service, by, Date.now() - hours * HOUR, () =>
      service.app.get(OpenCaseFileService).openCaseFile({ id, child, urgentDangerSeen, notDuplicates: [] }),
    );
    return id;
  };
  const idsOf = ({ items }: WorkChildrenDto): readonly string[] => items.map(({ first }) => first.caseFileId);
  const colleague = (roles: readonly ('caseworker' | 'supervisor' | 'administrator')[], name = 'René') =>
    service.signIn({ roles: [...roles], teams: [team], name });

  it('has each child once, with what presses most, and how much else there is', async () => {
    const id = await openedAgo(72, 'yes');
    await openedAgo(1);
    const { body } = await worker.http.get<WorklistDto>('/worklist');
    const shown = await list();
    expect(shown.children).toBe(2);
    expect(new Set(idsOf(shown)).size).toBe(2);
    for (const { first, others } of shown.items) {
      const acts = body.items.filter(({ caseFileId }) => caseFileId === first.caseFileId);
      expect(first).toEqual(acts[0]);
      expect(others).toBe(acts.length - 1);
    }
    expect(idsOf(shown)[0]).toBe(id);
    expect(shown).toMatchObject({ scope: 'me', counts: body.counts, late: body.late, next: null });
  });

  it('shows what else there is for one child, in the same order', async () => {
    const id = await openedAgo(72, 'yes');
    await openedAgo(72, 'yes');
    const all = (await worker.http.get<WorklistDto>('/worklist')).body.items;
    const { body } = await worker.http.get<WorklistDto>(`/worklist?caseFile=${id}`);
    expect(body.items).toEqual(all.filter(({ caseFileId }) => caseFileId === id));
    expect((await worker.http.get('/worklist?caseFile=x')).status).toBe(400);
  });

  it('puts danger first among what presses alike: what nobody weighed before a mere risk, what was seen since above all', async () => {
    const known: readonly (readonly [role: 'danger' | 'danger-seen', value: string] | null)[] = [
      ...[['danger', 'none'] as const, ['danger', 'risk'] as const, null],
      ...[
        ['danger', 'danger'] as const,
        ['danger', 'immediate_grave'] as const,
        ['danger-seen', 'yes'] as const,
      ],
    ];
    const ids: string[] = [];
    for (const [at, fact] of known.entries()) {
      const id = await openedAgo(1 + at / 10);
      ids.unshift(id);
      if (fact)
        // Past all barriers: only lists look at these.
        await service.pastTriggers(
          `INSERT INTO case_fact (case_file_id, team_id, fact, value, seq, role, counted)
             SELECT id, team_id, 'made-up', $2::jsonb, 1000, $3, '{sign}' FROM case_file WHERE id = $1`,
          [id, JSON.stringify(fact[1]), fact[0]],
        );
    }
    const shown = await list();
    expect(new Set(shown.items.map(({ first }) => first.group)).size).toBe(1);
    // The last two are as grave as each other: by what presses.
    expect([idsOf(shown).slice(0, 2).toSorted(), idsOf(shown).slice(2)]).toEqual([
      ids.slice(0, 2).toSorted(),
      ids.slice(2),
    ]);
    expect(shown.items.filter(({ isDangerSeen }) => isDangerSeen)).toHaveLength(1);
    const { body } = await worker.http.post<{ items: { id: string }[] }>('/case-files/search', {
      ...{ scope: 'mine', sort: 'danger' },
    });
    const searched = body.items.map(({ id }) => id);
    expect(searched.slice(2)).toEqual(ids.slice(2));
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; next: string | null } = (
        await worker.http.post<{ items: { id: string }[]; next: string | null }>('/case-files/search', {
          ...{ scope: 'mine', sort: 'danger', limit: 2 },
          ...(cursor !== null && { cursor }),
        })
      ).body;
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(pages).toEqual(searched);
  });

  it('says how old the child is today, and never guesses', async () => {
    const sixteen = String(new Date().getUTCFullYear() - 16);
    const known = await openedAgo(1, 'no', account.id, `${sixteen}-01-01`);
    const unknown = await openedAgo(1);
    const { items } = await list();
    const ageOf = (id: string): WorkChildDto['age'] | undefined =>
      items.find(({ first }) => first.caseFileId === id)?.age;
    expect(ageOf(known)).toEqual({ kind: 'exact', years: 16 });
    expect(ageOf(unknown)).toEqual({ kind: 'unknown' });
  });

  it('shows alone what can’t wait until tomorrow, the week, what others owe, a protocol', async () => {
    await openedAgo(72, 'yes');
    await openedAgo(1);
    const groupsOf = async (show: string): Promise<readonly string[]> => [
      ...new Set((await list(`?show=${show}`)).items.map(({ first }) => first.group)),
    ];
    for (const group of await groupsOf('tonight')) expect(['now', 'today']).toContain(group);
    for (const group of await groupsOf('week')) expect(['now', 'today', 'late', 'soon']).toContain(group);
    for (const group of await groupsOf('waiting')) expect(group).toBe('waiting-for-others');
    const [protocol] = (await list()).protocols;
    expect(protocol?.title.en).not.toBe('');
    expect((await list('?protocol=welcome')).items.length).toBeGreaterThan(0);
    expect((await list('?protocol=nothing')).items).toEqual([]);
    expect((await worker.http.get('/worklist/children?show=ever')).status).toBe(400);
  });

  it('of a team goes by person: some of each, how many there are, and all of one', async () => {
    for (let i = 0; i < 5; i++) await openedAgo(60 + i);
    const other = await colleague(['caseworker']);
    const theirs = await openedAgo(80, 'yes', other.id);
    const shown = await list('?scope=team');
    expect(shown.items.map(({ lead }) => lead?.name)).toEqual(['René', 'Camille', 'Camille', 'Camille']);
    expect(idsOf(shown)[0]).toBe(theirs);
    expect(shown.items[1]?.person?.children).toBe(5);
    expect(shown.items[1]?.person?.late).toBeGreaterThan(4);
    const all = await list(`?scope=team&lead=${account.id}`);
    expect(all.items).toHaveLength(5);
    expect(all.items.every(({ person }) => person === null)).toBe(true);
    expect((await list('?scope=team&lead=none')).items).toEqual([]);
    expect((await worker.http.get('/worklist/children?lead=x')).status).toBe(400);
  });

  it('goes on page by page, each child once', async () => {
    for (let i = 0; i < 23; i++) await openedAgo(50 + i);
    const first = await list();
    expect(first.children).toBe(23);
    const second = await list(`?cursor=${first.next ?? ''}`);
    expect(second.next).toBeNull();
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(23);
    expect(second.tasks).toEqual([]);
  });

  it('goes on person by person, nobody split', async () => {
    for (let who = 0; who < 12; who++) {
      const { id } = await colleague(['caseworker'], `Person ${String(who)}`);
      for (let i = 0; i < 3; i++) await openedAgo(50 + who * 10 + i, 'no', id);
    }
    const first = await list('?scope=team');
    const second = await list(`?scope=team&cursor=${first.next ?? ''}`);
    const shown = [...first.items, ...second.items].map(({ lead }) => lead?.name);
    expect(shown).toHaveLength(36);
    expect(new Set(shown).size).toBe(12);
    expect(second.items.some(({ lead }) => first.items.some((it) => it.lead?.id === lead?.id))).toBe(false);
  });

  it('counts for a supervisor what waits for their approval', async () => {
    const { id } = await worker.opened();
    await worker.completed(id, 'welcome', 'watch', { values: { frailties: {}, signs: {}, taught: 'yes' } });
    await worker.completed(id, 'welcome', 'judge', {
      ...{ values: { verdict: 'no_sign' }, reasons: ['nothing_seen'] },
      ...{ bestInterests: 'Être à l’abri.', childView: { said: 'oui' } },
    });
    const supervisor = await colleague(['supervisor'], 'Sacha');
    expect(await list('', supervisor.client)).toMatchObject({ scope: 'team', approvals: 1 });
    expect(await list()).toMatchObject({ approvals: 0 });
  });

  it('refuses a cursor that it did not give', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('["2025-01-01T00:00:00Z",0.5]').toString('base64url')])
      expect((await worker.http.get(`/worklist/children?cursor=${cursor}`)).status).toBe(400);
  });

  it('of another team is nothing; of an administrator, none at all; and records what it showed', async () => {
    const id = await openedAgo(60);
    const stranger = await service.signIn({ roles: ['caseworker', 'supervisor'], teams: [randomUUID()] });
    expect((await list('?scope=team', stranger.client)).items).toEqual([]);
    expect((await list(`?lead=${account.id}`, stranger.client)).items).toEqual([]);
    const administrator = await colleague(['administrator']);
    expect((await administrator.client.get('/worklist/children')).status).toBe(403);
    await list();
    const [row] = await service.query<{ shown: number }>(
      `SELECT count(*)::int AS shown FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE s.case_file_id = $1 AND e.entry::json ->> 'type' = 'worklist.read'`,
      [id],
    );
    expect(row?.shown).toBe(1);
  });
});
