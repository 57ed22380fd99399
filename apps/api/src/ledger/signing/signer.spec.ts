import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, openNote, readCheckpoint } from '@repere/ledger';
import type { SignerPlace } from '../../platform/settings/configuration';
import { makeTestSigner } from '../../testing/make-test-signer';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { TestRecord } from '../testing/test-record';
import { BeginEpoch } from './begin-epoch';
import { Spaces } from '../../platform/spaces/spaces';
import { LedgerConnections } from '../ledger-connections';
import { RotateKey } from './rotate-key';
import { Signer } from './signer';
import { makeKey, mustBeKey, readKeyFile, verifyEd25519, writeKeyFile } from './signer-keys';

describe('signing checkpoints', () => {
  let service: TestService;
  let signer: SignerPlace;
  let record: TestRecord;
  beforeEach(async () => {
    signer = await makeTestSigner();
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS, signer } });
    record = await TestRecord.openRecord(service);
    await record.writeEvents(300);
  });
  afterEach(() => service.stop());

  const checkpointOf = (note: string): Checkpoint => {
    const keys = readKeyFile(signer.keyFile).map(({ key }) => mustBeKey(key));
    const opened = openNote(note, keys, verifyEd25519);
    const read = opened.ok ? readCheckpoint(opened.text) : null;
    if (!read?.ok) throw new Error('not signed by this signer');
    return read.checkpoint;
  };

  it('happens when the log grew, under a name that no other log has', async () => {
    const first = checkpointOf(await record.keepRecord());
    expect(first.size).toBeGreaterThanOrEqual(300);
    expect(first.origin).toMatch(/^repere\/live\/[0-9a-f]{16}$/);
    expect(await record.sign()).toEqual({ kind: 'unchanged' });
    await record.writeEvents(1);
    const second = checkpointOf(await record.keepRecord());
    expect([second.origin, second.size]).toEqual([first.origin, first.size + 1]);
  });

  it('publishes what it had signed when it was killed in between', async () => {
    const note = await record.keepRecord();
    await record.query(`SET session_replication_role = replica; DELETE FROM ledger_checkpoint`);
    expect(await record.sign()).toEqual({ kind: 'unchanged' });
    expect(await record.query(`SELECT note FROM ledger_checkpoint`)).toEqual([{ note }]);
  });

  it('refuses yesterday’s database, and a second history grown from it', async () => {
    await record.keepRecord();
    const yesterday = await record.copy();
    await record.writeEvents(20);
    await record.keepRecord();
    expect(await yesterday.sign()).toEqual({ kind: 'refused', why: 'rolled-back' });
    await yesterday.writeEvents(50);
    await yesterday.sequence();
    expect(await yesterday.sign()).toEqual({ kind: 'refused', why: 'forked' });
    expect((await yesterday.check()).findings).toEqual([
      expect.objectContaining({ key: 'the signer’s memory', code: 'other-history' }),
    ]);
    // The true one goes on.
    await record.writeEvents(1);
    expect(await record.sequence().then(() => record.sign())).toMatchObject({ kind: 'signed' });
  });

  it('goes on after a restore under a new origin that says what was before, and never under both', async () => {
    await record.keepRecord();
    const restored = await record.copy();
    await record.writeEvents(20);
    const lost = await record.keepRecord();
    await restored.writeEvents(3);
    const origin = await service.app
      .get(BeginEpoch)
      .beginEpoch(restored.space, 'Restored from the night’s backup');
    const signed = await restored.sign();
    if (signed.kind !== 'signed') throw new Error(JSON.stringify(signed));
    expect(checkpointOf(signed.note)).toMatchObject({ origin, size: signed.size });
    const [event] = await restored.query<{ leaf: number; previous: string }>(
      `SELECT l.leaf::int AS leaf, p.previous FROM ledger_epoch p JOIN ledger_leaf l ON l.seq = p.event_seq WHERE p.number = 2`,
    );
    expect(event?.previous).toBe(lost);
    expect(event?.leaf).toBeLessThan(signed.size);
    expect((await restored.check()).findings).toEqual([]);
    expect((await restored.check([{ from: 'kept.txt', note: lost }])).findings).toEqual([
      expect.objectContaining({ key: 'kept.txt', code: 'rolled-back' }),
    ]);
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'other-origin' });
  });

  it('still says what was published last when it begins anew twice before it signs', async () => {
    await record.keepRecord();
    const restored = await record.copy();
    await record.writeEvents(20);
    const lost = await record.keepRecord();
    const epochs = service.app.get(BeginEpoch);
    await epochs.beginEpoch(restored.space, 'Restored');
    await epochs.beginEpoch(restored.space, 'Restored, said better');
    expect(await restored.query(`SELECT previous FROM ledger_epoch WHERE number > 1`)).toEqual([
      { previous: lost },
      { previous: lost },
    ]);
    expect(await restored.sign()).toMatchObject({ kind: 'signed' });
    expect((await restored.check()).findings).toEqual([]);
  });

  it('signs in one place: of two signers with one key and one memory, whoever is behind what was published stops', async () => {
    await record.keepRecord();
    const standby = `${signer.stateDir}-standby`;
    await cp(signer.stateDir, standby, { recursive: true });
    const other = new Signer(
      { ...service.configuration, signer: { ...signer, stateDir: standby } },
      service.app.get(LedgerConnections),
      service.app.get(Spaces),
    );
    for (let turn = 0; turn < 3; turn++) {
      await record.writeEvents(3);
      await record.sequence();
      const both = await Promise.all([record.sign(), other.sign(record.space)]);
      const later = [await record.sign(), await other.sign(record.space)];
      expect([...both, ...later].filter(({ kind }) => kind === 'signed')).toHaveLength(1);
      expect(later).toContainEqual({ kind: 'refused', why: 'signed-elsewhere' });
    }
    // What nobody signed stops nobody, and neither does a memory that is ahead: see above.
    await record.query(
      `SET session_replication_role = replica;
       INSERT INTO ledger_checkpoint SELECT size + 1000, origin, root, replace(note, 'repere', 'rapere'), now() FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`,
    );
    await record.writeEvents(1);
    await record.sequence();
    const last = [await record.sign(), await other.sign(record.space)];
    expect(last.filter(({ kind }) => kind === 'signed')).toHaveLength(1);
    // The machine of whoever signed is gone for good: its folder, as it was last, is what the other goes on from.
    const isFirst = last[0]?.kind === 'signed';
    const [from, to] = isFirst ? [signer.stateDir, standby] : [standby, signer.stateDir];
    await rm(to, { recursive: true });
    await cp(from, to, { recursive: true });
    await record.writeEvents(1);
    await record.sequence();
    const signs = [() => other.sign(record.space), () => record.sign()];
    const [next, before] = isFirst ? signs : signs.toReversed();
    expect(await next?.()).toMatchObject({ kind: 'signed' });
    expect(await before?.()).toEqual({ kind: 'refused', why: 'signed-elsewhere' });
  });

  it('refuses where checkpoints were signed that it knows nothing of', async () => {
    await record.keepRecord();
    await rm(join(signer.stateDir, `signed-${record.space.id}.json`));
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'no-memory' });
  });

  it('refuses an epoch that it was not told of', async () => {
    await record.keepRecord();
    await record.query(
      `INSERT INTO ledger_epoch SELECT 2, 'repere/live/x', now(), 1, note, 'x' FROM ledger_checkpoint`,
    );
    await record.writeEvents(1);
    await record.sequence();
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'other-origin' });
  });

  it('refuses a log whose tiles don’t fit', async () => {
    await record.keepRecord();
    await record.writeEvents(1);
    await record.sequence();
    await record.query(`SET session_replication_role = replica; UPDATE ledger_tile SET root = sha256(root)`);
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'forked' });
    await record.query(`SET session_replication_role = replica; DELETE FROM ledger_tile`);
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'broken-tree' });
  });

  it('changes its key: the old one vouches for the new, and the record says so', async () => {
    const before = await record.keepRecord();
    const [old] = readKeyFile(signer.keyFile);
    const made = await service.app.get(RotateKey).rotate();
    const after = await record.keepRecord();
    const keys = readKeyFile(signer.keyFile);
    expect(keys.map(({ key }) => key)).toEqual([old?.key, made]);
    expect(keys.map((key) => key.private !== undefined)).toEqual([false, true]);
    const signerOf = (note: string) =>
      openNote(
        note,
        keys.map(({ key }) => mustBeKey(key)),
        verifyEd25519,
      );
    expect([signerOf(before), signerOf(after)]).toMatchObject([
      { signers: [mustBeKey(old?.key ?? '')] },
      { signers: [mustBeKey(made)] },
    ]);
    const voucher = openNote(keys[1]?.voucher ?? '', [mustBeKey(old?.key ?? '')], verifyEd25519);
    expect(voucher).toMatchObject({ ok: true, text: `${made}\n` });
    expect(
      await record.query(`SELECT 1 FROM ledger_event WHERE entry LIKE '%"ledger.key-rotated"%'`),
    ).toHaveLength(1);
    expect((await record.check([{ from: 'kept.txt', note: before }])).findings).toEqual([]);
  });

  it('refuses to sign with a key that was put in place of its own', async () => {
    await record.keepRecord();
    await writeFile(signer.keyFile, writeKeyFile([makeKey('repere.test/signer')]));
    await record.writeEvents(1);
    await record.sequence();
    expect(await record.sign()).toEqual({ kind: 'refused', why: 'other-keys' });
  });

  it('keeps the order of the log when the clock is set back a day, and says where it was', async () => {
    await record.keepRecord();
    jest.useFakeTimers({ now: Date.now() - 86_400_000, doNotFake: [...ALL_BUT_DATE] });
    try {
      await record.writeEvents(3);
    } finally {
      jest.useRealTimers();
    }
    await record.writeEvents(2);
    await record.keepRecord();
    const report = await record.check();
    expect(report.findings).toEqual([]);
    expect(report.setBack).toEqual([{ leaf: expect.any(Number) as unknown as number, minutes: 1440 }]);
  });

  it('keeps one log a space, each with its own name and memory', async () => {
    await service.stop();
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, signer },
      trainingKeys: ['class'],
    });
    const [live, training] = [
      await TestRecord.openRecord(service),
      await TestRecord.openRecord(service, 'class'),
    ];
    await live.writeEvents(2);
    await training.writeEvents(3);
    const [one, other] = [checkpointOf(await live.keepRecord()), checkpointOf(await training.keepRecord())];
    expect(one.origin).toMatch(/^repere\/live\//);
    expect(other.origin).toMatch(/^repere\/training\/class\//);
    expect((await training.check()).findings).toEqual([]);
    expect((await training.check([{ from: 'live.txt', note: await noteOf(live) }])).findings).toEqual([
      expect.objectContaining({ key: 'live.txt', code: 'other-history' }),
    ]);
  });

  const noteOf = async (of: TestRecord): Promise<string> =>
    (await of.query<{ note: string }>(`SELECT note FROM ledger_checkpoint`))[0]?.note ?? '';

  it('has nothing to begin anew where nothing was ever signed', async () => {
    await expect(service.app.get(BeginEpoch).beginEpoch(record.space, 'x')).rejects.toThrow(
      /Nothing was ever signed/,
    );
  });
});

const ALL_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
