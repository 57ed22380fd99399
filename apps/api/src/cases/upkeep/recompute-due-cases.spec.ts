import { type Space, Spaces } from '../../platform/spaces/spaces';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import { RecomputeDueCases } from './recompute-due-cases';

const DAY = 86_400_000;

describe('what time alone brings about', () => {
  let service: TestService;
  let space: Space;
  let id: string;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    const supervisor = new CaseClient(
      (await service.signIn({ roles: ['supervisor'], teams: ['North'] })).client,
    );
    ({ id } = await worker.opened());
    const fragile = {
      frailties: { runaway: 'yes', isolated: 'yes' },
      signs: {},
      taught: 'yes',
    } as const;
    await worker.completed(id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'no' },
    });
    await worker.completed(id, 'welcome', 'watch', { values: fragile });
    const { entryIds } = await worker.completed(id, 'welcome', 'judge', {
      values: { verdict: 'no_sign' },
      reasons: ['nothing_seen'],
      bestInterests: 'x',
      childView: { said: 'x' },
    });
    await supervisor.step(id, 'welcome', 'judge', 'approve', { entryId: entryIds[0] });
  });
  afterAll(() => service.stop());

  /** Looks at the child: the first, and those that time opens. */
  const runs = async (): Promise<number> =>
    (await worker.readCase(id)).state.runs.filter(({ protocol }) => protocol === 'welcome').length;
  const recomputeIn = (days: number): Promise<number> =>
    service.app.get(RecomputeDueCases).recomputeCases({ ...space, fixedNow: Date.now() + days * DAY });

  it('does nothing before its time, and leaves no trace of having looked', async () => {
    const events = () => service.query(`SELECT count(*)::int AS count FROM ledger_event`);
    const before = await events();
    expect(await recomputeIn(0)).toBe(0);
    expect(await events()).toEqual(before);
    expect(await runs()).toBe(1);
  });

  it('opens the second look after thirty days, once, whoever asks at the same time', async () => {
    const done = await Promise.all([recomputeIn(31), recomputeIn(31), recomputeIn(31)]);
    expect(done.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(1);
    expect(await runs()).toBe(2);
    await recomputeIn(32);
    expect(await runs()).toBe(2);
    const entries = await service.query<{ entered_by: string; kind: string }>(
      `SELECT entered_by, kind FROM journal_entry WHERE case_file_id = $1 ORDER BY seq DESC LIMIT 1`,
      [id],
    );
    expect(entries).toEqual([{ kind: 'run-opened', entered_by: 'system:clock' }]);
  });

  it('the record says that the system did it', async () => {
    const [event] = await service.query<{ actor: string }>(
      `SELECT entry::json ->> 'actor' AS actor FROM ledger_event e JOIN journal_entry j ON j.ledger_seq = e.seq
        WHERE j.case_file_id = $1 ORDER BY j.seq DESC LIMIT 1`,
      [id],
    );
    expect(event?.actor).toBe('system:recompute');
  });
});
