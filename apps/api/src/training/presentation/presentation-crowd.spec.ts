import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { MOST_LEARNERS } from '../../platform/spaces/space-class-rows';
import { serveApart, type ServedApart } from '../../testing/database/serve-apart';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import { askIn, comeBy, leadIn, newCode } from '../testing/learners';
import { dropSpaces, makeSpace } from '../testing/led-spaces';
import { RoomListener } from '../testing/room-listener';
import type { PresentationDto } from './presentation.dto';

/** Of a process: seconds of work of all its threads. Clock ticks are hundredths (`getconf CLK_TCK`). */
function workOf(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** A whole class on one process, which is killed. */
describe('sixty screens that follow', () => {
  let service: TestService;
  let served: ServedApart;
  let lead: TestClient;
  let crowd: readonly TestClient[];
  let key: string;
  let listeners: readonly RoomListener[] = [];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    const trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    ({ key } = await makeSpace(service, trainer, { scenario: 'xray-19-5-margin-18' }));
    lead = await leadIn(trainer, key);
    const code = await newCode(lead);
    const come = async (n: number): Promise<TestClient> => {
      const browser = await comeBy(service, key, code);
      const { body } = await askIn(browser, `Learner ${String(n)}`);
      await lead.put(`/training/class/learners/${body.id}`, { isAdmitted: true });
      return browser;
    };
    const came: TestClient[] = [];
    for (let n = 0; n < MOST_LEARNERS; n++) came.push(await come(n));
    crowd = came;
    served = await start();
    listeners = crowd.map((client) => listen(client));
    await until(async () => listeners.every(({ told }) => told.length > 0));
  }, 300_000);
  afterAll(async () => {
    for (const listener of listeners) listener.stop();
    served.child.kill('SIGKILL');
    await dropSpaces(service);
    await service.stop();
  });

  const start = (port?: string): Promise<ServedApart> =>
    serveApart(service, {
      REPERE_TRAINING_DATABASE_URL: service.configuration.trainingDatabaseUrl ?? '',
      REPERE_PROVISIONER_DATABASE_URL: service.configuration.provisionerDatabaseUrl ?? '',
      ...(port !== undefined && { PORT: port }),
    });
  const listen = (client: TestClient): RoomListener =>
    new RoomListener(
      () => served.origin,
      `/api/s/${key}/training/presentation/events/learning`,
      client.cookieHeader,
    );
  const present = async (at: string, slide: string): Promise<number> => {
    const client = lead.at(at);
    const { body } = await client.get<PresentationDto>('/training/presentation');
    const asked = { after: body.position, slide, isPaused: false };
    const changed = await client.put<PresentationDto>('/training/presentation', asked);
    expect(changed.status).toBe(200);
    return changed.body.position;
  };
  const allTold = (position: number): Promise<void> =>
    until(async () => listeners.every(({ last }) => last === position));

  it('cost next to nothing while nothing changes, and a change reaches all of them', async () => {
    const pid = served.child.pid ?? 0;
    const before = workOf(pid);
    await delay(10_000);
    // On one core: a tenth of it, on a machine that is busy.
    expect(workOf(pid) - before).toBeLessThan(1);
    const from = performance.now();
    const position = await present(served.origin, 'opening');
    await allTold(position);
    const asked = await Promise.all(
      crowd.map((it) => it.at(served.origin).get<PresentationDto>('/training/presentation')),
    );
    expect(asked.map(({ status, body }) => [status, body.slide?.id])).toEqual(
      crowd.map(() => [200, 'opening']),
    );
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(workOf(pid) - before).toBeLessThan(4);
    if (process.env['REPERE_TEST_LOG'])
      process.stdout.write(
        `${String(Math.round(performance.now() - from))} ms, ${(workOf(pid) - before).toFixed(2)} s of work\n`,
      );
  }, 60_000);

  it('are sixty: one more is told so, in a word', async () => {
    // Nobody admits so many: past all barriers, somebody is.
    const extra = await comeBy(service, key, await newCode(lead));
    const [{ database = '' } = {}] = await service.inBook<{ database: string }>(
      'SELECT database FROM space WHERE key = $1',
      [key],
    );
    const nonce = extra.cookie(`__Host-repere-${key}-learner`)?.split('.')[1] ?? '';
    await asSuperuser(database, async (client) => {
      // What is not recorded is refused, to whoever asks.
      await client.query(`SET session_replication_role = 'replica'`);
      await client.query(
        `INSERT INTO learner (id, device, name, role, state, account_id)
         SELECT gen_random_uuid(), sha256(convert_to($1, 'UTF8')), 'One more', 'caseworker', 'admitted',
                (SELECT id FROM account WHERE id NOT IN (SELECT account_id FROM learner WHERE account_id IS NOT NULL) LIMIT 1)`,
        [nonce],
      );
    });
    const refused = listen(extra);
    await until(async () => refused.end !== null);
    expect(refused.end).toMatch(/^422 .*room-full.*60/);
    // What it does not hear it can ask for.
    expect((await extra.at(served.origin).get('/training/presentation')).status).toBe(200);
  });

  it('lose nothing when the process is killed between two moments', async () => {
    const opened = listeners.map((it) => it.opened);
    const first = await present(served.origin, 'beat:the-doubt');
    served.child.kill('SIGKILL');
    await once(served.child, 'exit');
    // While it is away the trainer goes on at another process.
    const second = await present(service.origin, 'beat:the-opinion');
    expect(second).toBe(first + 1);
    served = await start(new URL(served.origin).port);
    await allTold(second);
    listeners.forEach((it, n) => {
      expect(it.end).toBeNull();
      expect(it.opened).toBeGreaterThan(opened[n] ?? 0);
      // In order, and nothing twice.
      expect(it.told).toEqual([...new Set(it.told)].sort((a, b) => a - b));
    });
    const seen = await crowd[0]?.at(served.origin).get<PresentationDto>('/training/presentation');
    expect(seen?.body.slide?.id).toBe('beat:the-opinion');
    const third = await present(served.origin, 'opening');
    await allTold(third);
  }, 120_000);
});
