import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES } from '@repere/access';
import type { JournalEntry } from '@repere/case-engine';
import { OpenPlayedCase } from '../../cases/opening/open-played-case.service';
import type { ProblemDto } from '../../platform/answers/openapi';
import { Spaces } from '../../platform/spaces/spaces';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import {
  askForSpace,
  dropSpaces,
  makeSpace,
  once,
  playIn,
  settleSpaces,
  spacesOf,
} from '../testing/led-spaces';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { LoadSpace } from './load-space';
import { WorkOffLoads } from './work-off-loads';

type Answer = TrainingSpaceDto & ProblemDto;

describe('fictional cases for a training space', () => {
  let service: TestService;
  let trainer: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });
  beforeEach(async () => {
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
  });

  const ask = (key: string, asked: object, { client } = trainer) =>
    client.post<Answer>(`/training/spaces/${key}/load`, asked, once());
  const change = (key: string, what: string, { client } = trainer) =>
    client.post<Answer>(`/training/spaces/${key}/load/changes`, { change: what }, once());
  const loadOf = async (key: string) =>
    (await spacesOf(trainer.client)).find((it) => it.key === key)?.load ?? null;
  const spaceOf = async (key: string | null) => {
    const space = await service.app.get(Spaces).findSpace(key);
    if (!space) throw new Error(`no space ${String(key)}`);
    return space;
  };
  const casesIn = async (key: string | null): Promise<number> =>
    asSuperuser((await spaceOf(key)).database, async (client) => {
      const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM case_file');
      return rows[0]?.n ?? -1;
    });
  const workOff = async (): Promise<void> => service.app.get(WorkOffLoads).workOff(await spaceOf(null));

  it('come by themselves, are stopped and go on, once, and leave the live space as it was', async () => {
    const { key } = await makeSpace(service, trainer);
    const asked = await ask(key, { cases: 50 });
    expect([asked.status, asked.body.load]).toEqual([
      201,
      { cases: 50, seed: expect.any(Number) as number, done: 0, state: 'waiting' },
    ]);
    expect((await ask(key, { cases: 50 })).body.reasons?.[0]?.code).toBe('has-cases');

    const stopped: Promise<{ status: number }>[] = [];
    await service.app.get(LoadSpace).goOn(await spaceOf(key), {
      onProgress: ({ done }) => {
        if (done === 20) stopped.push(change(key, 'stop'));
      },
      rest: 1,
    });
    for (const it of await Promise.all(stopped)) expect(it.status).toBe(200);
    await workOff();
    // What was in hand is put in whole.
    expect(await loadOf(key)).toMatchObject({ done: 40, state: 'stopped' });
    expect(await casesIn(key)).toBe(40);

    expect((await change(key, 'stop')).body.reasons?.[0]?.code).toBe('no-such-load');
    expect((await change(key, 'go-on')).status).toBe(200);
    await Promise.all([workOff(), workOff()]);
    expect(await loadOf(key)).toMatchObject({ done: 50, state: 'done' });
    expect([await casesIn(key), await casesIn(null)]).toEqual([50, 0]);
    expect((await change(key, 'go-on')).body.reasons?.[0]?.code).toBe('no-such-load');
  }, 90_000);
  it('leave a case to whoever works in it meanwhile, and hold back what time brings about', async () => {
    const { key } = await makeSpace(service, trainer);
    await ask(key, { cases: 50, seed: 7 });
    const space = await spaceOf(key);
    let held: boolean | null = null;
    const whole = OpenPlayedCase.prototype.recordEntries;
    let acts = 0;
    // In the middle of the first case something else comes into its journal.
    const recording = jest
      .spyOn(OpenPlayedCase.prototype, 'recordEntries')
      .mockImplementation(async function (this: OpenPlayedCase, ...asked: Parameters<typeof whole>) {
        const [id, entries] = asked;
        await whole.apply(this, asked);
        if (++acts > 1) return;
        held = await service.app.get(Spaces).isGivenCases(space);
        const last = entries.at(-1);
        if (last)
          await whole.call(this, id, [
            {
              ...last,
              kind: 'note-added',
              id: randomUUID(),
              seq: last.seq + 1,
              note: 'Un mot.',
            } as JournalEntry,
          ]);
      });
    const ended = new AbortController();
    const gone = await service.app
      .get(LoadSpace)
      .goOn(space, { isStopping: () => ended.signal.aborted, onProgress: () => ended.abort() });
    recording.mockRestore();
    expect([gone?.done, held, await service.app.get(Spaces).isGivenCases(space)]).toEqual([20, true, false]);
    expect(await casesIn(key)).toBe(20);
    await trainer.client.delete(`/training/spaces/${key}`);
  }, 60_000);

  it('may be asked for with the space, and come again when it begins anew', async () => {
    const asked = await trainer.client.post<Answer>(
      '/training/spaces',
      { title: 'Lundi', cases: 200 },
      once(),
    );
    const { key, load } = asked.body;
    expect([asked.status, load]).toEqual([
      201,
      { cases: 200, seed: expect.any(Number) as number, done: 0, state: 'waiting' },
    ]);
    // It is not there yet: nothing comes, and nothing fails.
    await workOff();
    await settleSpaces(service);
    await change(key, 'stop');
    await service.inBook(`UPDATE space_load SET done = 7, state = 'done', begun_at = now() WHERE key = $1`, [
      key,
    ]);
    await trainer.client.post(`/training/spaces/${key}/changes`, { change: 'begin-anew' }, once());
    expect(await loadOf(key)).toEqual({ ...load, done: 0, state: 'waiting' });
    await trainer.client.delete(`/training/spaces/${key}`);
    expect(await service.inBook('SELECT 1 FROM space_load WHERE key = $1', [key])).toEqual([]);
  });

  it('are asked for by who leads training, for a space of theirs', async () => {
    const { key } = (await askForSpace(trainer.client)).body;
    for (const role of ACCOUNT_ROLES) {
      const other = await service.signIn({ roles: [role], teams: ['North'] });
      const expected = role === 'trainer' || role === 'supervisor' ? 404 : 403;
      expect([role, (await ask(key, { cases: 50 }, other)).status]).toEqual([role, expected]);
      expect([role, (await change(key, 'stop', other)).status]).toEqual([role, expected]);
    }
    expect(await loadOf(key)).toBeNull();
    expect((await ask(key, { cases: 50, seed: 7 })).body.load).toMatchObject({ seed: 7 });
    expect((await ask('nowhere', { cases: 50 })).status).toBe(404);
  });

  it('are not asked for from within a training space', async () => {
    const { key } = await makeSpace(service, trainer);
    const inside = await playIn(trainer, key, 'Chêne Exercice');
    expect((await inside.post(`/training/spaces/${key}/load`, { cases: 50 }, once())).status).toBe(404);
  });

  it.each([
    [{}],
    [{ cases: 51 }],
    [{ cases: 10_000 }],
    [{ cases: '50' }],
    [{ cases: { cases: 50 } }],
    [{ cases: 50, seed: -1 }],
    [{ cases: 50, seed: 1e9 }],
    [{ cases: 50, seed: 1.5 }],
    [{ cases: 50, force: true }],
  ])('are refused for %j', async (asked) => {
    const { key } = (await askForSpace(trainer.client)).body;
    expect((await ask(key, asked)).status).toBe(400);
    expect(await loadOf(key)).toBeNull();
    await trainer.client.delete(`/training/spaces/${key}`);
  });

  it('have a budget: 2,000 in all spaces of one person, one load a space, of twelve at once one', async () => {
    const keys: string[] = [];
    for (let n = 0; n < 3; n++) keys.push((await askForSpace(trainer.client)).body.key);
    const [one = '', two = '', three = ''] = keys;
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(one, { cases: 1_000 })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await ask(two, { cases: 1_000 })).status).toBe(201);
    const beyond = await ask(three, { cases: 50 });
    expect([beyond.status, beyond.body.reasons?.[0]]).toMatchObject([
      422,
      { code: 'too-many-cases', field: 'cases' },
    ]);
    const before = (await spacesOf(trainer.client)).length;
    const asked = await trainer.client.post<Answer>(
      '/training/spaces',
      { title: 'Mardi', cases: 50 },
      once(),
    );
    expect([asked.status, asked.body.reasons?.[0]?.code]).toEqual([422, 'too-many-cases']);
    expect(await spacesOf(trainer.client)).toHaveLength(before);
    await trainer.client.delete(`/training/spaces/${one}`);
    expect((await ask(three, { cases: 50 })).status).toBe(201);
  });
});
