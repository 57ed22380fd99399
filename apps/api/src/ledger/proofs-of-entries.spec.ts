import { setTimeout as wait } from 'node:timers/promises';
import type { SignerKeys } from '@repere/audit';
import {
  type Checkpoint,
  hashFromHex,
  leafHash,
  openNote,
  readCheckpoint,
  readPrunedTree,
  verifyConsistency,
} from '@repere/ledger';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../testing/test-service';
import { sha256 } from '../platform/record/commit-payload';
import { NotSigned, ProofsOfEntries } from './proofs-of-entries';
import { mustBeKey, verifyEd25519 } from './signing/signer-keys';
import { TestRecord } from './testing/test-record';

describe('proofs of entries, while the record is kept', () => {
  let service: TestService;
  let record: TestRecord;
  let reader: SignedInClient;
  let proofs: ProofsOfEntries;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS }, keepsRecord: true });
    record = await TestRecord.openRecord(service);
    reader = await service.signIn({ roles: ['caseworker'] });
    proofs = service.app.get(ProofsOfEntries);
  });
  afterAll(() => service.stop());

  /** An event of its own, committed; its seq. */
  const written = async (): Promise<string> => {
    const { seq } = await record.asSeed((unit) =>
      unit.recordEvent({ type: 'team.read', payload: { is: 'here' } }),
    );
    return seq;
  };
  const opened = async (note: string): Promise<Checkpoint> => {
    const { body } = await reader.client.get<SignerKeys>('/ledger/keys');
    const note_ = openNote(
      note,
      body.keys.map(({ key }) => mustBeKey(key)),
      verifyEd25519,
    );
    const read = note_.ok ? readCheckpoint(note_.text) : null;
    if (!read?.ok) throw new Error('not signed');
    return read.checkpoint;
  };

  it('come once a checkpoint is signed, and tie every entry to it', async () => {
    const seqs = [await written(), await written(), await written()];
    const last = seqs.at(-1) ?? '';
    const proof = await record.asSeed(async () => {
      await proofs.waitUntilSigned(last);
      return proofs.prove(seqs);
    });
    const { root, size } = await opened(proof.checkpoint);
    const leaves = proof.entries.map(({ leaf }) => leaf);
    const pruned = readPrunedTree(proof.tree, { size, leaves, root }, sha256);
    if (!pruned.ok) throw new Error(pruned.problem.code);
    for (const { leaf, text } of proof.entries)
      expect(Buffer.from(pruned.leafHashes.get(leaf) ?? [])).toEqual(leafHash(Buffer.from(text), sha256));
    expect(proof.entries.map(({ seq }) => seq)).toEqual(seqs);
  });

  it('are refused for what is not signed yet, or not there', async () => {
    await expect(record.asSeed(() => proofs.prove(['999999999']))).rejects.toBeInstanceOf(NotSigned);
    await expect(record.asSeed(() => proofs.waitUntilSigned('999999999', 60))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('are consistent with a checkpoint that anybody took away before', async () => {
    await record.asSeed(async () => undefined);
    const kept = await opened((await reader.client.get<string>('/ledger/checkpoint')).body);
    const seq = await written();
    const proof = await record.asSeed(async () => {
      await proofs.waitUntilSigned(seq);
      return proofs.prove([seq], { since: [kept.size] });
    });
    const now = await opened(proof.checkpoint);
    const claim = { from: kept.size, fromRoot: kept.root, to: now.size, toRoot: now.root };
    const bytes = (hashes: readonly string[]) => hashes.map((hash) => hashFromHex(hash) ?? new Uint8Array());
    const [mine] = proof.consistency.proofs;
    expect(verifyConsistency({ ...claim, proof: bytes(mine?.hashes ?? []) }, sha256)).toBe(true);

    const { body } = await reader.client.get<{ hashes: string[] }>(
      `/ledger/consistency?from=${String(kept.size)}&to=${String(now.size)}`,
    );
    expect(verifyConsistency({ ...claim, proof: bytes(body.hashes) }, sha256)).toBe(true);
    // Of another tree it is no proof.
    const other = { ...claim, fromRoot: sha256(kept.root) };
    expect(verifyConsistency({ ...other, proof: bytes(body.hashes) }, sha256)).toBe(false);
  });

  it('let nobody in who is not signed in, and answer nonsense with a refusal', async () => {
    for (const path of ['checkpoint', 'keys', 'consistency?from=0&to=1'])
      expect((await service.client().get(`/ledger/${path}`)).status).toBe(401);
    expect((await reader.client.get('/ledger/consistency?from=-1&to=1')).status).toBe(400);
    expect((await reader.client.get('/ledger/consistency?from=x&to=1')).status).toBe(400);
    expect((await reader.client.get('/ledger/consistency?from=2&to=1')).status).toBe(404);
    expect((await reader.client.get('/ledger/consistency?from=0&to=99999999')).status).toBe(404);
  });

  it('don’t make the log grow by being looked at', async () => {
    const count = async () => (await record.query(`SELECT 1 FROM ledger_event`)).length;
    const before = await count();
    await reader.client.get('/ledger/checkpoint');
    await reader.client.get('/ledger/keys');
    expect(await count()).toBe(before);
  });

  it('say in readiness when the signer refuses, while the service goes on', async () => {
    const ready = async () =>
      (await (await fetch(`${service.origin}/health/ready`)).json()) as { readonly record: string };
    expect(await ready()).toEqual({ status: 'ok', record: 'kept' });
    await record.query(
      `INSERT INTO ledger_epoch SELECT 2, 'repere/live/x', now(), 1, note, 'x' FROM ledger_checkpoint LIMIT 1`,
    );
    await written();
    for (let attempt = 0; attempt < 100 && (await ready()).record === 'kept'; attempt++) await wait(50);
    expect(await ready()).toEqual({ status: 'ok', record: 'other-origin' });
    expect((await reader.client.get('/session')).status).toBe(200);
  });
});
