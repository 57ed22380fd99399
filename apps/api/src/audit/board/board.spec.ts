import { randomUUID } from 'node:crypto';
import type { BoardFigure } from '@repere/audit';
import { BOARD_FIGURES } from '@repere/audit';
import { OpenCaseFileService } from '../../cases/opening/open-case-file.service';
import { atMoment } from '../../cases/testing/at-moment';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { BoardCaseDto, TeamBoardDto } from './board.dto';
import type { Page } from '../../platform/answers/page';

const DAY = 86_400_000;

describe('the board of a team', () => {
  let service: TestService;
  let worker: CaseClient;
  let workerId: string;
  let supervisor: SignedInClient;
  /** Cases by what they stand for. */
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    service = await TestService.start();
    const signedIn = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    worker = new CaseClient(signedIn.client);
    workerId = signedIn.id;
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    ids['old'] = await openedAt(Date.now() - 30 * DAY, 'yes');
    ids['quiet'] = (await worker.opened({ urgentDangerSeen: 'no' })).id;
    ids['signs'] = (await worker.opened({ urgentDangerSeen: 'no' })).id;
    await signs(ids['signs'], { debt: 'no', phone: { answer: 'yes', note: 'un prénom' } });
    ids['no signs'] = (await worker.opened({ urgentDangerSeen: 'no' })).id;
    await signs(ids['no signs'], { debt: 'no', phone: 'no' });
    ids['sheltered'] = (await worker.opened({ urgentDangerSeen: 'yes' })).id;
    await worker.completed(ids['sheltered'], 'refuge', 'plan_night', { values: { bed: 'yes' } });
    ids['tent'] = (await worker.opened({ urgentDangerSeen: 'yes' })).id;
  });
  afterAll(() => service.stop());

  async function openedAt(at: number, urgentDangerSeen: 'yes' | 'no'): Promise<string> {
    const id = randomUUID();
    await atMoment(service, workerId, at, () =>
      service.app
        .get(OpenCaseFileService)
        .openCaseFile({ id, child: { calledName: inventedName() }, urgentDangerSeen, notDuplicates: [] }),
    );
    return id;
  }
  const signs = (id: string, warning: Record<string, unknown>) =>
    worker.completed(id, 'welcome', 'watch', {
      values: { frailties: {}, signs: warning as never, taught: 'yes' },
    });
  const board = async (): Promise<TeamBoardDto> => {
    const { status, body } = await supervisor.client.get<TeamBoardDto>('/team-board');
    expect(status).toBe(200);
    return body;
  };
  const list = async (figure: BoardFigure, query = ''): Promise<Page<BoardCaseDto>> => {
    const { status, body } = await supervisor.client.get<Page<BoardCaseDto>>(`/team-board/${figure}${query}`);
    expect({ figure, status }).toEqual({ figure, status: 200 });
    return body;
  };
  const all = async (figure: BoardFigure, query = ''): Promise<string[]> =>
    (await list(figure, query)).items.map((it) => it.case.id).sort();
  const of = (...names: string[]): string[] => names.map((name) => ids[name] ?? name).sort();

  it('each figure is the number of the cases behind it, for every person and protocol too', async () => {
    const { figures, people, protocols } = await board();
    for (const figure of BOARD_FIGURES)
      expect([figure, (await all(figure)).length]).toEqual([figure, figures[figure]]);
    const counts = [
      ['lateLegal', 'late-legal'],
      ['late', 'late'],
      ['soon', 'soon'],
    ] as const;
    for (const person of people) {
      const query = `?lead=${person.id ?? 'nobody'}`;
      for (const [field, figure] of counts) expect((await all(figure, query)).length).toBe(person[field]);
      expect((await all('open', query)).length).toBe(person.open);
      expect((await all('approvals', query)).length).toBe(person.approvals);
    }
    for (const protocol of protocols)
      for (const [field, figure] of counts)
        expect((await all(figure, `?protocol=${protocol.protocol}`)).length).toBe(protocol[field]);
    expect(people.map(({ name }) => name)).toEqual(['Camille']);
    expect(protocols.map(({ protocol }) => protocol)).toContain('refuge');
  });

  it('late by the law is late, and what is late is not soon to be', async () => {
    expect(await all('late')).toEqual(of('old'));
    const { figures } = await board();
    expect(figures['late-legal']).toBeLessThanOrEqual(figures.late);
    const legal = await list('late-legal');
    for (const { at } of legal.items) expect(Date.parse(at)).toBeLessThan(Date.now());
  });

  it('signs without a protective act: "no" is no sign, and a child with a safe place is protected', async () => {
    expect(await all('signs-unprotected')).toEqual(of('old', 'signs', 'tent'));
    await worker.completed(ids['tent'] ?? '', 'refuge', 'plan_night', { values: { bed: 'no' } });
    // The plan was made: that is an act that protects.
    expect(await all('signs-unprotected')).toEqual(of('old', 'signs'));
  });

  it('a tent that was tried counts, sent or only checked, the same case once; another refusal doesn’t', async () => {
    const id = ids['tent'] ?? '';
    expect(await all('hotel-refused')).toEqual([]);
    const tent = { values: { bed_kind: 'tent' } } as const;
    expect((await worker.complete(id, 'refuge', 'lodge', { values: {} })).status).toBe(422);
    expect(await all('hotel-refused')).toEqual([]);
    expect((await worker.step<{ ok: boolean }>(id, 'refuge', 'lodge', 'check', tent)).body.ok).toBe(false);
    expect(await all('hotel-refused')).toEqual([id]);
    expect((await worker.complete(id, 'refuge', 'lodge', tent)).status).toBe(422);
    expect(await all('hotel-refused')).toEqual([id]);
    const stops = await service.query<{ rules: string[] }>(
      `SELECT rules FROM stopped_act WHERE 'hotel-refused' = ANY (rules)`,
    );
    expect(stops.map(({ rules }) => rules)).toEqual([
      ['F31', 'G02', 'may_tent', 'hotel-refused'],
      ['F31', 'G02', 'may_tent', 'hotel-refused'],
    ]);
  });

  it('the answer to who was refused tells the reason, not the codes of the record', async () => {
    const { body } = await worker.complete<Record<string, unknown>>(ids['tent'] ?? '', 'refuge', 'shelter', {
      values: { bed_kind: 'tent' },
    });
    expect(body).not.toHaveProperty('rules');
    expect(JSON.stringify(body)).not.toContain('may_tent');
  });

  it('a right that was hurt, a second person who is waited for, a decision not to refer', async () => {
    const id = ids['sheltered'] ?? '';
    const hurt = await worker.opened({ urgentDangerSeen: 'yes' });
    await worker.completed(hurt.id, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    await worker.completed(hurt.id, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
    expect(await all('rights-incidents')).toEqual([hurt.id]);
    const before = await all('approvals');
    await worker.completed(id, 'refuge', 'weigh', {
      values: { peril: 'risk' },
      reasons: ['threats'],
      bestInterests: 'x',
      childView: { said: 'x' },
    });
    expect((await all('approvals')).filter((it) => !before.includes(it))).toEqual([id]);
    expect(await all('not-referred')).toEqual([]);
  });

  it.each([
    ['refuge', 'lodge'],
    ['homeward', 'stop_over'],
  ] as const)(
    'no place tonight, said in %s, counts until a place is found; calls alone end nothing',
    async (protocol, step) => {
      const { id } = await worker.opened({ urgentDangerSeen: protocol === 'refuge' ? 'yes' : 'no' });
      if (protocol !== 'refuge') {
        const { seq } = (await worker.readCase(id)).state;
        expect((await worker.sendAct(id, 'runs', { protocol }, { seq })).status).toBe(200);
      }
      const before = await all('no-place-tonight');
      expect(before).not.toContain(id);
      await worker.completed(id, protocol, step, {
        values: { bed_kind: 'none_found' },
      });
      expect(await all('no-place-tonight')).toContain(id);
      await worker.completed(id, protocol, 'no_bed_tonight', { values: { beds_refused: 'Le foyer' } });
      expect(await all('no-place-tonight')).toContain(id);
      await worker.completed(id, protocol, step, {
        values: { bed_kind: 'home' },
      });
      expect(await all('no-place-tonight')).not.toContain(id);
    },
  );

  it('a decision not to refer counts once a second person has agreed, not before', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    const words = { bestInterests: 'x', childView: { said: 'x' } } as const;
    await worker.completed(id, 'refuge', 'weigh', {
      values: { peril: 'risk', crime: 'no' },
      reasons: ['threats'],
      ...words,
    });
    const approve = async (step: string, entryId: string | undefined): Promise<void> => {
      const { status, body } = await new CaseClient(supervisor.client).step(id, 'refuge', step, 'approve', {
        entryId,
      });
      expect([step, status, body]).toEqual([step, 200, expect.anything()]);
    };
    const { entryIds } = await worker.completed(id, 'refuge', 'choose_court', {
      values: { whom_to_tell: 'nobody' },
      reasons: ['already'],
      ...words,
    });
    expect(await all('not-referred')).toEqual([]);
    expect(await all('approvals')).toContain(id);
    await approve('choose_court', entryIds[0]);
    expect(await all('not-referred')).toEqual([id]);
  });

  it('goes on by pages, oldest first, each case once; and what was shown is in the record', async () => {
    for (let n = 0; n < 26; n++) await openedAt(Date.now() - n * DAY, 'no');
    const first = await list('open');
    expect(first.items).toHaveLength(25);
    const second = await list('open', `?cursor=${first.next ?? ''}`);
    const items = [...first.items, ...second.items];
    expect(new Set(items.map((it) => it.case.id)).size).toBe((await board()).figures.open);
    const times = items.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const [shown] = await service.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ledger_shown WHERE event_seq = (SELECT max(event_seq) FROM access_event WHERE type = 'team-board.cases')`,
    );
    expect(shown?.n).toBe(second.items.length);
    for (const query of ['cursor=x', 'lead=%00', 'lead=1', 'protocol=%27--', 'protocol=%00'])
      expect([query, (await supervisor.client.get(`/team-board/open?${query}`)).status]).toEqual([
        query,
        400,
      ]);
  });
});

describe('who may see the board', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
    for (const team of ['North', 'South']) await service.hire({ roles: [], teams: [team] });
  });
  afterAll(() => service.stop());

  const paths = (team?: string) =>
    ['/team-board', '/team-board/open'].map((path) => (team ? `${path}?team=${team}` : path));
  const idOf = async (name: string): Promise<string> =>
    (await service.query<{ id: string }>(`SELECT id FROM team WHERE name = $1`, [name]))[0]?.id ?? '';

  it('a supervisor: of her team, of each of her teams, of no other', async () => {
    const { client } = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    for (const path of [...paths(), ...paths(await idOf('North'))])
      expect((await client.get(path)).status).toBe(200);
    for (const path of [
      ...paths(await idOf('South')),
      ...paths(randomUUID()),
      ...paths('x'),
      '/team-board/nothing',
    ])
      expect((await client.get(path)).status).toBe(404);
    const both = await service.signIn({ roles: ['supervisor'], teams: ['North', 'South'] });
    const { body } = await both.client.get<TeamBoardDto>(`/team-board?team=${await idOf('South')}`);
    expect([body.team.name, body.teams.length]).toEqual(['South', 2]);
  });

  it.each([
    'caseworker',
    'ase-referent',
    'assessor',
    'auditor',
    'administrator',
    'trainer',
    'protocol-editor',
  ] as const)('not a %s', async (role) => {
    const { client } = await service.signIn({ roles: [role], teams: ['North'] });
    for (const path of paths()) expect((await client.get(path)).status).toBe(403);
  });

  it('a lead from another team changes nothing of what a supervisor sees: only cases of her team count', async () => {
    const worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['South'] })).client);
    await worker.opened();
    const north = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    expect((await north.client.get<TeamBoardDto>('/team-board')).body.figures.open).toBe(0);
  });
});
