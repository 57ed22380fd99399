import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { grantTo } from '../../testing/cases/test-grants';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import { CaseClient, inventedName } from '../testing/case-client';
import { WORK_GROUPS, type WorklistDto, type WorkItemDto } from './worklist.dto';

const HOUR = 3_600_000;
const SIGNS = {
  values: { frailties: {}, signs: {}, taught: 'yes' },
} as const;
const NO_SIGN = {
  values: { verdict: 'no_sign' },
  reasons: ['nothing_seen'],
  bestInterests: 'Être à l’abri.',
  childView: { said: 'oui' },
} as const;

const DANGER = {
  values: { peril: 'immediate_grave', crime: 'no' },
  reasons: ['near'],
  bestInterests: 'Être à l’abri.',
  childView: { said: 'oui' },
} as const;

describe('the worklist', () => {
  let service: TestService;
  let account: SignedInClient;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    const team = randomUUID();
    account = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Camille' });
    worker = new CaseClient(account.client);
  });

  const teamOf = async ({ client }: SignedInClient): Promise<string> =>
    (await client.get<{ account: { teams: { name: string }[] } }>('/session')).body.account.teams[0]?.name ??
    '';
  const list = async (query = '', http = worker.http): Promise<WorklistDto> =>
    (await http.get<WorklistDto>(`/worklist${query}`)).body;
  const openedAgo = async (hours: number, urgentDangerSeen: 'yes' | 'no' = 'no'): Promise<string> => {
    const id = randomUUID();
    await atMoment(service, account.id, Date.now() - hours * HOUR, () =>
      service.app
        .get(OpenCaseFileService)
        .openCaseFile({ id, child: { calledName: inventedName() }, urgentDangerSeen, notDuplicates: [] }),
    );
    return id;
  };
  const of = ({ items }: WorklistDto, group: WorkItemDto['group']): readonly WorkItemDto[] =>
    items.filter((it) => it.group === group);

  it('is empty for somebody without cases, and says so', async () => {
    expect(await list()).toMatchObject({
      scope: 'team',
      items: [],
      next: null,
      nextDueAt: null,
      counts: { now: 0, today: 0, late: 0, soon: 0, 'waiting-for-me': 0, 'waiting-for-others': 0, later: 0 },
      late: 0,
      toChase: 0,
    });
  });

  it('has what protects now first, then what is due today, then what is late, with origin and counts', async () => {
    const old = await openedAgo(72);
    const urgent = await openedAgo(1, 'yes');
    const shown = await list();
    expect(shown.scope).toBe('me');
    expect(shown.items[0]).toMatchObject({
      group: 'now',
      caseFileId: urgent,
      step: 'heal_first',
      origin: 'MEDICAL',
      atOnce: true,
      owner: 'ours',
      kind: 'step',
    });
    const order = shown.items.map(({ group }) => WORK_GROUPS.indexOf(group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const late = of(shown, 'late');
    expect(late.find(({ caseFileId }) => caseFileId === old)).toMatchObject({
      step: 'arrive',
      origin: 'TOOL',
    });
    expect(late.map(({ dueAt }) => dueAt)).toEqual(late.map(({ dueAt }) => dueAt).sort());
    expect(shown.late).toBe(late.length);
    for (const group of WORK_GROUPS) expect(shown.counts[group]).toBe(of(shown, group).length);
    for (const { calledName, title } of shown.items) {
      expect(calledName).not.toBe('');
      expect(title.en).not.toBe('');
    }
  });

  it('counts what is late wherever it stands: an approval that nobody gave', async () => {
    const { id } = await worker.opened({ urgentDangerSeen: 'yes' });
    const occurredAt = new Date(Date.now() - 40 * HOUR).toISOString();
    await worker.completed(id, 'refuge', 'weigh', { ...DANGER, occurredAt });
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: [await teamOf(account)] });
    const shown = await list('?scope=team', supervisor.client);
    expect(of(shown, 'waiting-for-me')).toMatchObject([{ kind: 'approval', step: 'weigh' }]);
    expect(shown.counts.late).toBe(0);
    expect(shown.late).toBe(1);
    expect(await list()).toMatchObject({ late: 0 });
  });

  it('what is due by the end of the day is for today', async () => {
    await worker.opened();
    expect(of(await list(), 'today').map(({ step }) => step)).toContain('arrive');
  });

  it('shows no step twice, and none that can’t be done yet', async () => {
    const id = await openedAgo(1);
    const shown = await list();
    const keys = shown.items.map((it) => it.id);
    expect(new Set(keys).size).toBe(keys.length);
    const { state } = await worker.readCase(id);
    const states = new Map(state.runs.flatMap((run) => run.steps.map((step) => [step.id, step.state])));
    for (const { step } of shown.items) expect(['ready', 'to-confirm']).toContain(states.get(step ?? ''));
  });

  it('has at least the next step of every case, dated or not', async () => {
    const { id } = await worker.opened();
    for (const [step, values] of [
      ['arrive', { peril_seen: 'no', bitten: 'no' }],
      ['find_contact', { reach_is_safe: 'no', tongue: 'français' }],
      ['ask_who', { alone: 'no' }],
    ] as const)
      await worker.completed(id, 'welcome', step, { values });
    await worker.completed(id, 'welcome', 'watch', SIGNS);
    await worker.completed(id, 'welcome', 'judge', NO_SIGN);
    const shown = await list();
    const own = shown.items.filter(({ caseFileId, kind }) => caseFileId === id && kind === 'step');
    expect(own).toMatchObject([{ dueAt: null }]);
  });

  it('an act that waits for a second person waits for others with me, and for me with the supervisor', async () => {
    const { id } = await worker.opened();
    await worker.completed(id, 'welcome', 'watch', SIGNS);
    await worker.completed(id, 'welcome', 'judge', NO_SIGN);
    const mine = { kind: 'approval', caseFileId: id, step: 'judge' };
    expect(of(await list(), 'waiting-for-others')).toMatchObject([mine]);
    expect(of(await list(), 'waiting-for-me')).toEqual([]);
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: [await teamOf(account)] });
    const theirs = await list('', supervisor.client);
    expect(theirs.scope).toBe('team');
    expect(of(theirs, 'waiting-for-me')).toMatchObject([mine]);
    expect(theirs.counts['waiting-for-me']).toBe(1);
  });

  it('what is to be confirmed waits for me', async () => {
    const { id } = await worker.opened();
    const { entryIds } = await worker.completed(id, 'welcome', 'arrive', {
      values: { peril_seen: 'yes', bitten: 'yes' },
    });
    await worker.completed(id, 'refuge', 'remedy', { values: { remedy_answer: 'accepted' } });
    await worker.step(id, 'welcome', 'arrive', 'amend', {
      entryId: entryIds[0],
      values: { bitten: 'no' },
      why: 'Erreur',
    });
    expect(of(await list(), 'waiting-for-me')).toMatchObject([
      { step: 'remedy', caseFileId: id, why: { fr: expect.stringMatching(/confirmer/) } },
    ]);
  });

  it('goes on page by page, each thing once', async () => {
    for (let i = 0; i < 18; i++) await openedAgo(50 + i);
    const pages: (readonly WorkItemDto[])[] = [];
    let next: string | null = null;
    do {
      const page: WorklistDto = await list(next === null ? '' : `?cursor=${next}`);
      pages.push(page.items);
      next = page.next;
    } while (next !== null && pages.length < 20);
    const items = pages.flat();
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const { counts, countedTo, late } = await list();
    const lengths = WORK_GROUPS.map((group) => items.filter((it) => it.group === group).length);
    // Somewhere there are more than are counted, which the figure says.
    expect(Math.max(...lengths)).toBeGreaterThan(countedTo + 1);
    expect(WORK_GROUPS.map((group) => counts[group])).toEqual(
      lengths.map((length) => Math.min(length, countedTo + 1)),
    );
    expect(late).toBe(countedTo + 1);
  });

  it.each([
    'now',
    'late-law',
    'today',
    'late',
    'soon',
    'to-confirm',
    'approvals',
    'my-acts',
    'outside',
    'later',
  ])('goes on from any place: %s', async (stretch) => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: [await teamOf(account)] });
    const place = ['2025-01-01T00:00:00.000Z', stretch, 0, '2025-01-01 00:00:00+00', randomUUID(), 3, 'step'];
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    for (const client of [worker.http, supervisor.client])
      expect((await client.get(`/worklist?cursor=${cursor}`)).status).toBe(200);
  });

  it('goes on with the rights of now, not with those of when it began', async () => {
    const calledName = inventedName();
    const { id } = await worker.opened({ child: { calledName } });
    const asked = await service.signIn({ roles: ['caseworker'], teams: [randomUUID()] });
    const bare = { id, entryId: '' };
    for (const relation of ['second-opinion', 'break-glass'] as const)
      await grantTo(service, bare, asked.id, relation);
    const place = [
      new Date(Date.now() - 2 * HOUR).toISOString(),
      'now',
      0,
      '-infinity',
      randomUUID(),
      -1,
      '',
    ];
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    const shownNames = async (): Promise<readonly unknown[]> => {
      const pages = [await list(`?cursor=${cursor}`, asked.client), await list('', asked.client)];
      return pages.map(({ items }) => items.find(({ caseFileId }) => caseFileId === id)?.calledName);
    };
    expect(await shownNames()).toEqual([calledName, calledName]);
    await service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE break_glass SET opened_at = opened_at - interval '61 minutes', until_at = until_at - interval '61 minutes'
          WHERE case_file_id = $1`,
        [id],
      ),
    );
    const redacted = expect.objectContaining({ redacted: true }) as unknown;
    expect(await shownNames()).toEqual([redacted, redacted]);
  });

  it('refuses a cursor that it did not give', async () => {
    const forged = [
      '["2025-01-01T00:00:00Z","late",1,2,3,4,5]',
      '["2025-01-01T00:00:00Z","late",0,"x","y",1,"w"]',
      '["2025-01-01T00:00:00Z","late",0,"infinity","x",1,"step"]',
      `["2025-01-01T00:00:00Z","late",0.5,"infinity","${randomUUID()}",1,"step"]`,
    ];
    for (const cursor of ['x', 'W10', ...forged.map((place) => Buffer.from(place).toString('base64url'))])
      expect((await worker.http.get(`/worklist?cursor=${cursor}`)).status).toBe(400);
  });

  it('of the team is the team’s; of another team, nothing; of an administrator, none at all', async () => {
    const id = await openedAgo(60);
    const colleague = await service.signIn({ roles: ['caseworker'], teams: [await teamOf(account)] });
    const team = await list('?scope=team', colleague.client);
    expect(team.items.map(({ caseFileId }) => caseFileId)).toContain(id);
    const stranger = await service.signIn({ roles: ['caseworker', 'supervisor'], teams: [randomUUID()] });
    expect((await list('?scope=team', stranger.client)).items).toEqual([]);
    const administrator = await service.signIn({ roles: ['administrator'], teams: [await teamOf(account)] });
    expect((await administrator.client.get('/worklist')).status).toBe(403);
  });

  it('records which cases it showed', async () => {
    const id = await openedAgo(60);
    await list();
    const [row] = await service.query<{ shown: number }>(
      `SELECT count(*)::int AS shown FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
        WHERE s.case_file_id = $1 AND e.entry::json ->> 'type' = 'worklist.read'`,
      [id],
    );
    expect(row?.shown).toBe(1);
  });
});
