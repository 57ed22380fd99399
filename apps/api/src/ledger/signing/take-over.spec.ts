import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNote, readCheckpoint } from '@repere/ledger';
import type { SignerPlace } from '../../platform/settings/configuration';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { testDatabase } from '../../testing/database/test-database';
import { makeTestSigner } from '../../testing/make-test-signer';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { LedgerConnections } from '../ledger-connections';
import { Sequencer } from '../sequencing/sequencer';
import { TestRecord } from '../testing/test-record';
import { BeginEpoch } from './begin-epoch';
import { type SignResult, Signer } from './signer';
import { mustBeKey, readKeyFile, verifyEd25519 } from './signer-keys';
import { TakeOver, type TakenOver } from './take-over';

const REASON = 'The machine that signed has burnt';

/** A machine with the key of the signer and a memory of its own, beside the service's. */
interface Machine {
  readonly stateDir: string;
  readonly file: string;
  sign(): Promise<SignResult>;
  takeOver(space?: Space): Promise<TakenOver>;
}

describe('who signs', () => {
  let service: TestService;
  let signer: SignerPlace;
  let record: TestRecord;
  beforeEach(async () => {
    signer = await makeTestSigner();
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS, signer } });
    record = await TestRecord.openRecord(service);
    await record.writeEvents(5);
  });
  afterEach(() => service.stop());

  /** Another machine; `from`: whose folder it has a copy of. */
  async function machine(from?: string): Promise<Machine> {
    const stateDir = await mkdtemp(join(testDatabase().dir, 'machine-'));
    if (from) await cp(from, stateDir, { recursive: true });
    const { app, configuration } = service;
    const connections = app.get(LedgerConnections);
    const own = new Signer(
      { ...configuration, signer: { ...signer, stateDir } },
      connections,
      app.get(Spaces),
    );
    const epochs = new BeginEpoch(own, app.get(Sequencer), connections, app.get(UnitOfWork));
    const command = new TakeOver(own, epochs, connections, app.get(UnitOfWork));
    return {
      stateDir,
      file: join(stateDir, `signed-${record.space.id}.json`),
      sign: () => own.sign(record.space),
      takeOver: (space = record.space) => command.takeOver(space, REASON),
    };
  }
  const grow = async (): Promise<void> => {
    await record.writeEvents(2);
    await record.sequence();
  };
  const terms = (): Promise<{ number: number; mark: string }[]> =>
    record.query(`SELECT number, mark FROM ledger_term ORDER BY number`);
  /** Of each name of the log, no two roots of one size, and each root the log’s: whatever was signed, by whomever. */
  const expectOneHistory = async (): Promise<void> => expect((await record.check()).findings).toEqual([]);

  it('is told to nobody at first: the first signer of an empty record begins, and another is refused', async () => {
    const [one, other] = [await machine(), await machine()];
    await record.sequence();
    const both = await Promise.all([one.sign(), other.sign()]);
    // Whoever came while the other was at it did nothing: in turns now.
    const later = [await one.sign(), await other.sign()];
    expect(later.filter(({ kind }) => kind === 'refused')).toHaveLength(1);
    expect([...both, ...later].filter(({ kind }) => kind === 'signed')).toHaveLength(1);
    expect(await terms()).toHaveLength(1);
    await expectOneHistory();
  });

  it('begins where it was when it was killed at its very first: before COMMIT, and behind it', async () => {
    const one = await machine();
    await record.sequence();
    expect(await one.sign()).toMatchObject({ kind: 'signed' });
    // What it had written for itself before COMMIT, with the database as if that had never come.
    const { term, origin } = JSON.parse(await readFile(one.file, 'utf8')) as { term: object; origin: string };
    const root = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    await writeFile(one.file, JSON.stringify({ origin, size: 0, root, term }));
    await record.query(
      `SET session_replication_role = replica; TRUNCATE ledger_term, ledger_checkpoint, ledger_epoch`,
    );
    expect(await one.sign()).toMatchObject({ kind: 'signed' });
    expect(await terms()).toEqual([{ ...term }]);
    await expectOneHistory();
  });

  it('is never a fresh machine by itself, however long it asks; by the command it is, under a new name', async () => {
    const before = await record.keepRecord();
    const fresh = await machine();
    for (let turn = 0; turn < 3; turn++) {
      await grow();
      expect(await fresh.sign()).toEqual({ kind: 'refused', why: 'no-memory' });
    }
    expect(await terms()).toHaveLength(1);
    const taken = await fresh.takeOver();
    expect(taken).toMatchObject({ kind: 'begins-anew' });
    expect(await fresh.sign()).toMatchObject({ kind: 'signed' });
    await grow();
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'taken-over' });
    expect(await fresh.sign()).toMatchObject({ kind: 'signed' });
    expect(await record.query(`SELECT previous, reason FROM ledger_epoch WHERE number = 2`)).toEqual([
      { previous: before, reason: REASON },
    ]);
    await expectOneHistory();
  });

  it('is whoever took over, of two that ask in turns; and the record tells of it', async () => {
    await record.keepRecord();
    const standby = await machine(signer.stateDir);
    expect(await standby.takeOver()).toMatchObject({ kind: 'goes-on' });
    for (let turn = 0; turn < 4; turn++) {
      await grow();
      expect(await record.sign()).toEqual({ kind: 'refused', why: 'taken-over' });
      expect(await standby.sign()).toMatchObject({ kind: 'signed' });
    }
    expect(
      await record.query(`SELECT 1 FROM ledger_event WHERE entry LIKE '%"ledger.signer-took-over"%'`),
    ).toHaveLength(1);
    // Back again, by the command: its folder is older than what was published, so that the log has a new name.
    const first = service.app.get(TakeOver);
    expect(await first.takeOver(record.space, 'It was the network')).toMatchObject({ kind: 'begins-anew' });
    await grow();
    expect(await record.sign()).toMatchObject({ kind: 'signed' });
    expect(await standby.sign()).toEqual({ kind: 'refused', why: 'taken-over' });
    expect((await terms()).map(({ number }) => number)).toEqual([1, 2, 3]);
    await expectOneHistory();
  });

  it('is no folder of before: an older term is refused, and so is an older memory of the same term', async () => {
    await record.keepRecord();
    const old = await machine(signer.stateDir);
    await grow();
    await record.sign();
    await grow();
    expect(await old.sign()).toEqual({ kind: 'refused', why: 'signed-elsewhere' });
    const standby = await machine(signer.stateDir);
    await standby.takeOver();
    expect(await old.sign()).toEqual({ kind: 'refused', why: 'taken-over' });
    expect(await old.takeOver()).toMatchObject({ kind: 'begins-anew' });
    await expectOneHistory();
  });

  it('of a cloned folder, both at work, is one: the other stops, and neither forks', async () => {
    await record.keepRecord();
    const clones = [await machine(signer.stateDir), await machine(signer.stateDir)];
    const signed: SignResult[] = [];
    for (let turn = 0; turn < 6; turn++) {
      await grow();
      for (const result of await Promise.all(clones.map((it) => it.sign()))) signed.push(result);
    }
    const last: SignResult[] = [];
    for (const clone of clones) last.push(await clone.sign());
    expect(last.filter(({ kind }) => kind === 'refused')).toEqual([
      { kind: 'refused', why: 'signed-elsewhere' },
    ]);
    const notes = signed.flatMap((it) => (it.kind === 'signed' ? [it.note] : []));
    expect(new Set(notes.map(sizeOf)).size).toBe(notes.length);
    await expectOneHistory();
  });

  it('that was killed between its memory and COMMIT, while a clone went on, does not sign behind it', async () => {
    await record.keepRecord();
    const clone = await machine(signer.stateDir);
    await grow();
    await record.sign();
    // The note is in its memory, and nobody has seen it.
    await record.query(
      `SET session_replication_role = replica;
       DELETE FROM ledger_checkpoint WHERE size = (SELECT max(size) FROM ledger_checkpoint)`,
    );
    await grow();
    expect(await clone.sign()).toMatchObject({ kind: 'signed' });
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'signed-elsewhere' });
    await expectOneHistory();
  });

  it('that was killed while it took over signs nothing until it was told once more', async () => {
    await record.keepRecord();
    const standby = await machine(signer.stateDir);
    const before = await readFile(standby.file, 'utf8');
    await standby.takeOver();
    // Of the two writes, only its memory; then only the database.
    const after = await readFile(standby.file, 'utf8');
    const [, row] = await terms();
    await record.query(`SET session_replication_role = replica; DELETE FROM ledger_term WHERE number = 2`);
    await grow();
    expect(await standby.sign()).toEqual({ kind: 'refused', why: 'rolled-back' });
    expect(await standby.takeOver()).toMatchObject({ kind: 'goes-on' });
    expect(await standby.sign()).toMatchObject({ kind: 'signed' });
    expect(row?.mark).not.toBe((await terms()).at(-1)?.mark);
    expect(after).not.toBe(before);
    await writeFile(standby.file, before);
    expect(await standby.sign()).toEqual({ kind: 'refused', why: 'taken-over' });
    expect(await standby.takeOver()).toMatchObject({ kind: 'begins-anew' });
    await expectOneHistory();
  });

  it('takes nothing over where the log is not what was signed, nor where nothing was', async () => {
    await record.keepRecord();
    const yesterday = await record.copy();
    await grow();
    await record.sign();
    const command = service.app.get(TakeOver);
    expect(await command.takeOver(yesterday.space, REASON)).toEqual({ kind: 'refused', why: 'rolled-back' });
    await yesterday.writeEvents(9);
    await yesterday.sequence();
    expect(await command.takeOver(yesterday.space, REASON)).toEqual({ kind: 'refused', why: 'forked' });
    await rm(signer.keyFile);
    await cp((await makeTestSigner()).keyFile, signer.keyFile);
    expect(await command.takeOver(record.space, REASON)).toEqual({ kind: 'refused', why: 'other-keys' });
    const empty = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS, signer } });
    const { space } = await TestRecord.openRecord(empty);
    expect(await empty.app.get(TakeOver).takeOver(space, REASON)).toEqual({ kind: 'nothing-signed' });
    await empty.stop();
  });

  it('signs no fork beside which a genuine checkpoint was kept: from an older folder, nor from a new one', async () => {
    await record.keepRecord();
    const older = await machine(signer.stateDir);
    const fork = await record.copy();
    await grow();
    await record.sign();
    const [genuine] = await record.query<Record<string, string>>(
      `SELECT to_jsonb(c)::text AS row FROM ledger_checkpoint c ORDER BY size DESC LIMIT 1`,
    );
    await fork.writeEvents(9);
    await fork.sequence();
    await fork.query(
      `INSERT INTO ledger_checkpoint SELECT * FROM jsonb_populate_record(NULL::ledger_checkpoint, '${genuine?.['row'] ?? ''}')`,
    );
    const terms = await fork.query(`SELECT mark FROM ledger_term`);
    expect(await older.sign()).toMatchObject({ kind: 'refused', why: 'signed-elsewhere' });
    for (const it of [older, await machine()])
      expect(await it.takeOver(fork.space)).toEqual({ kind: 'refused', why: 'forked' });
    expect(await fork.query(`SELECT mark FROM ledger_term`)).toEqual(terms);
    // Where nothing was put aside, both may.
    for (const it of [older, await machine()])
      expect(await it.takeOver()).toMatchObject({ kind: 'begins-anew' });
    await expectOneHistory();
  });

  it('begins no new space once the right in the default one is another’s', async () => {
    await service.stop();
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, signer },
      trainingKeys: ['class'],
    });
    record = await TestRecord.openRecord(service);
    await record.keepRecord();
    const standby = await machine(signer.stateDir);
    await standby.takeOver();
    const room = await TestRecord.openRecord(service, 'class');
    await room.writeEvents(1);
    await room.sequence();
    expect(await room.sign()).toEqual({ kind: 'refused', why: 'no-memory' });
    expect(await room.query(`SELECT 1 FROM ledger_term`)).toEqual([]);
  });

  function sizeOf(note: string): number {
    const opened = openNote(
      note,
      readKeyFile(signer.keyFile).map(({ key }) => mustBeKey(key)),
      verifyEd25519,
    );
    const read = opened.ok ? readCheckpoint(opened.text) : null;
    if (!read?.ok) throw new Error('not signed by this signer');
    return read.checkpoint.size;
  }
});
