import { createHash, randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import { Recorder } from '../../platform/unit/recorder';
import type { Unit } from '../../platform/unit/unit';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import type { LedgerEvent, WrittenEvent } from '../../platform/record/ledger-event';
import { parentOf, processorTime } from './processor-time';

/**
 * What the record costs the people who use Repère: the same requests without audit, with the ledger, with a hash chain over rows, in turns.
 * Each writer reads a case and adds a note to it, one after the other. Many short rounds, of which the best counts: whatever else the
 * machine does only takes away; and the processor's time, of this process (clients, service, sequencer, signer) and of the database.
 * Not part of the tests, since it takes minutes: `node bench/volume.mjs cost`; `REPERE_SECONDS`, `REPERE_ROUNDS`, `REPERE_WRITERS`.
 */
const SECONDS = Number(process.env['REPERE_SECONDS'] ?? 2);
const ROUNDS = Number(process.env['REPERE_ROUNDS'] ?? 8);
const WRITERS = Number(process.env['REPERE_WRITERS'] ?? 16);

interface Round {
  readonly requests: number;
  /** Seconds. */
  readonly processor: number;
}

interface Ready {
  readonly writers: readonly (readonly [CaseClient, string])[];
  readonly serverPid: number;
}

type Write = (unit: Unit, event: LedgerEvent) => Promise<WrittenEvent>;

describe('what the record costs', () => {
  const services: TestService[] = [];
  afterAll(() => Promise.all(services.map((service) => service.stop())));

  it('beside no audit, and beside a chain', async () => {
    const modes: Readonly<Record<string, Write | null>> = {
      'without audit': unaudited,
      'with the ledger': null,
      'with a chain': chained,
    };
    const ready = new Map<string, Ready>();
    for (const [mode, write] of Object.entries(modes)) ready.set(mode, await prepare(write));
    const rounds = new Map<string, Round[]>();
    for (let turn = 0; turn <= ROUNDS; turn++)
      for (const [mode, { writers, serverPid }] of ready) {
        const used = processorTime(serverPid);
        const requests = await work(writers);
        const round = { requests, processor: processorTime(serverPid) - used };
        // The first round warms up.
        if (turn > 0) rounds.set(mode, [...(rounds.get(mode) ?? []), round]);
      }
    const best = (mode: string, of: (round: Round) => number): number =>
      Math.max(...(rounds.get(mode) ?? []).map(of));
    const perSecond = ({ requests }: Round): number => requests / SECONDS;
    const perProcessor = ({ requests, processor }: Round): number => requests / processor;
    const beside = (mode: string, of: (round: Round) => number): number =>
      Math.round((100 * best(mode, of)) / best('without audit', of));
    console.table(
      Object.fromEntries(
        Object.keys(modes).map((mode) => [
          mode,
          {
            'requests a second': Math.round(best(mode, perSecond)),
            'of without, %': beside(mode, perSecond),
            'requests a second of processor': Math.round(best(mode, perProcessor)),
            'of that without, %': beside(mode, perProcessor),
          },
        ]),
      ),
    );
  }, 900_000);

  async function prepare(write: Write | null): Promise<Ready> {
    const service = await TestService.start({
      configuration: { protocolsDir: MOVING_PROTOCOLS },
      keepsRecord: write === null,
    });
    services.push(service);
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['Bench'] });
    const writers: [CaseClient, string][] = [];
    for (let writer = 0; writer < WRITERS; writer++) {
      const worker = new CaseClient(client);
      writers.push([worker, (await worker.opened()).id]);
    }
    const serverPid = await service.asSuperuser(async (client) => {
      const { rows } = await client.query<{ pid: number }>(`SELECT pg_backend_pid() AS pid`);
      return parentOf(rows[0]?.pid ?? 0);
    });
    const ready = { writers, serverPid };
    if (!write) return ready;
    await service.query(`SET session_replication_role = replica;
      DO $$ DECLARE t record; BEGIN
        FOR t IN SELECT tgrelid::regclass AS name FROM pg_trigger WHERE tgname = 'recorded' LOOP
          EXECUTE format('DROP TRIGGER recorded ON %s', t.name);
        END LOOP;
      END $$;
      CREATE TABLE chain (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry text NOT NULL, hash bytea NOT NULL);
      INSERT INTO chain (entry, hash) VALUES ('', sha256(''));
      GRANT SELECT, INSERT ON chain TO repere_space`);
    service.app.get(Recorder).recordEvent = write;
    return ready;
  }
});

const unaudited: Write = async (unit) => {
  unit.recorded = true;
  return { id: randomUUID(), seq: '0' };
};

/** Each row holds the hash over the one before: who writes next waits until this one is committed. */
const chained: Write = async (unit, event) => {
  const text = JSON.stringify({ type: event.type, at: Date.now(), id: randomUUID(), by: unit.actor.id });
  await unit.manager.query('SELECT pg_advisory_xact_lock(1)');
  const [last]: { hash: Buffer }[] = await unit.manager.query(
    'SELECT hash FROM chain ORDER BY n DESC LIMIT 1',
  );
  const hash = createHash('sha256')
    .update(last?.hash ?? '')
    .update(text)
    .digest();
  await unit.manager.query('INSERT INTO chain (entry, hash) VALUES ($1, $2)', [text, hash]);
  return unaudited(unit, event);
};

/** Requests answered in the time, each writer on a case of its own. */
async function work(writers: readonly (readonly [CaseClient, string])[]): Promise<number> {
  const until = performance.now() + SECONDS * 1_000;
  let done = 0;
  await Promise.all(
    writers.map(async ([worker, id]) => {
      while (performance.now() < until) {
        await worker.readCase(id);
        const { status } = await worker.sendAct(id, 'notes', { note: 'Vue ce matin.' });
        if (status !== 200 && status !== 201) throw new Error(`note gave ${String(status)}`);
        done += 2;
      }
    }),
  );
  return done;
}
