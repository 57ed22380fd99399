import { randomBytes, randomUUID } from 'node:crypto';
import {
  EMPTY_TREE,
  type FullTile,
  type GrowingTree,
  appendLeaves,
  canonicalEntry,
  checkpointText,
  leafHash,
  nodeReaderOf,
  readCheckpoint,
  readPrunedTree,
  rootOf,
  signNote,
} from '@repere/ledger';
import type pg from 'pg';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { sha256 } from '../../platform/record/commit-payload';
import { leafText, readQueuedEntry } from '../leaf-text';
import { type EntriesProof, ProofsOfEntries } from '../proofs-of-entries';
import { makeKey, noteSignerOf } from '../signing/signer-keys';

/**
 * The proof of one case in a log of ten million leaves. Not part of the tests, since it takes a minute:
 * `node bench/volume.mjs proof`; `REPERE_LEAVES` and `REPERE_ENTRIES` say how many of each. Tiles are
 * whole; leaves and events are there for the case and for the edge of the tree: nothing else is read.
 */
const LEAVES = Number(process.env['REPERE_LEAVES'] ?? 10_000_000);
const ENTRIES = (process.env['REPERE_ENTRIES'] ?? '20,100,500,1000').split(',').map(Number);
const STREAM = 'a'.repeat(32);
const STEP = 65_536;
/** Behind the events of the service's own start. */
const OFFSET = 1_000_000;

describe(`proofs in a log of ${String(LEAVES)} leaves`, () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  it('are quick', async () => {
    const most = Math.max(...ENTRIES);
    const places = Array.from({ length: most }, (_, index) => Math.floor(((index + 0.5) * LEAVES) / most));
    await service.asSuperuser((client) => fillLog(client, places));
    const proofs = service.app.get(ProofsOfEntries);
    const table: Record<string, object> = {};
    for (const entries of ENTRIES) {
      const step = Math.floor(most / entries);
      const seqs = places
        .flatMap((_, index) => (index % step === 0 ? [String(OFFSET + index)] : []))
        .slice(0, entries);
      const times: number[] = [];
      const cpu: number[] = [];
      let proof: EntriesProof | null = null;
      for (let time = 0; time < 12; time++)
        await service.asSeed(async () => {
          const [began, used] = [performance.now(), process.cpuUsage()];
          proof = await proofs.prove(seqs);
          const { user, system } = process.cpuUsage(used);
          times.push(performance.now() - began);
          cpu.push((user + system) / 1_000);
        });
      times.sort((a, b) => a - b);
      expect(isSound(proof)).toBe(true);
      table[`${String(entries)} entries`] = {
        'p50 ms': Math.round(times[6] ?? 0),
        'best ms': Math.round(times[0] ?? 0),
        'best cpu ms': Math.round(Math.min(...cpu)),
        'tree.bin KB': Math.round(((proof as EntriesProof | null)?.tree.length ?? 0) / 1024),
      };
    }
    console.table(table);
  }, 900_000);
});

function isSound(proof: EntriesProof | null): boolean {
  if (!proof) return false;
  const read = readCheckpoint(`${proof.checkpoint.split('\n\n')[0] ?? ''}\n`);
  if (!read.ok) return false;
  const { root, size } = read.checkpoint;
  const leaves = proof.entries.map(({ leaf }) => leaf);
  const pruned = readPrunedTree(proof.tree, { size, leaves, root }, sha256);
  return (
    pruned.ok &&
    proof.entries.every(
      ({ leaf, text }) =>
        Buffer.compare(
          leafHash(Buffer.from(text), sha256),
          pruned.leafHashes.get(leaf) ?? Buffer.alloc(0),
        ) === 0,
    )
  );
}

/** Fills the tables of an empty log: every tile, the leaves of the case and those of the edge, one signed checkpoint. */
async function fillLog(client: pg.Client, places: readonly number[]): Promise<void> {
  await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
  let tree: GrowingTree = EMPTY_TREE;
  const byPlace = new Map(places.map((leaf, index) => [leaf, index]));
  for (let from = 0; from < LEAVES; from += STEP) {
    const width = Math.min(STEP, LEAVES - from);
    const random = randomBytes(width * 32);
    const kept: Row[] = [];
    const hashes = Array.from({ length: width }, (_, index) => {
      const leaf = from + index;
      const hash = random.subarray(index * 32, index * 32 + 32);
      const place = byPlace.get(leaf);
      if (place === undefined) {
        if (leaf >= LEAVES - (LEAVES % 256))
          kept.push({ leaf, seq: 2 * OFFSET + leaf, pos: leaf + 1, stream: 'system:other', hash });
        return hash;
      }
      const entry = entryText();
      const queued = readQueuedEntry(entry);
      const text = queued && leafText(queued, place + 1);
      if (!text) throw new Error('no entry');
      const row = {
        leaf,
        seq: OFFSET + place,
        pos: place + 1,
        stream: STREAM,
        hash: leafHash(Buffer.from(text), sha256),
        entry,
      };
      kept.push(row);
      return row.hash;
    });
    const grown = appendLeaves(tree, hashes, sha256);
    tree = grown.tree;
    await insertTiles(client, grown.fullTiles);
    await insertRows(client, kept);
  }
  const root = rootOf(tree.size, nodeReaderOf(new Map(), tree.edges, sha256), sha256);
  const origin = 'repere/volume';
  const note = signNote(
    checkpointText({ origin, size: tree.size, root }),
    noteSignerOf(makeKey('volume')),
    sha256,
  );
  await client.query(`INSERT INTO ledger_epoch (number, origin, began_at) VALUES (1, $1, now())`, [origin]);
  await client.query(
    `INSERT INTO ledger_checkpoint (size, origin, root, note, signed_at) VALUES ($1, $2, $3, $4, now())`,
    [tree.size, origin, root, note],
  );
  await client.query('ANALYZE');
}

interface Row {
  readonly leaf: number;
  readonly seq: number;
  readonly pos: number;
  readonly stream: string;
  readonly hash: Uint8Array;
  readonly entry?: string;
}

function entryText(): string {
  const made = canonicalEntry({
    v: '1',
    id: randomUUID(),
    time: new Date().toISOString(),
    type: 'case-file.read',
    outcome: 'done',
    purpose: 'care',
    actor: 'b'.repeat(32),
    stream: STREAM,
    commitment: 'cd'.repeat(32),
    correlation: randomUUID(),
  });
  if (!made.ok) throw new Error('no entry');
  return made.text;
}

async function insertRows(client: pg.Client, rows: readonly Row[]): Promise<void> {
  const events = rows.filter(({ entry }) => entry !== undefined);
  await client.query(
    `INSERT INTO ledger_event (seq, entry) OVERRIDING SYSTEM VALUE SELECT * FROM unnest($1::bigint[], $2::text[])`,
    [events.map(({ seq }) => seq), events.map(({ entry }) => entry)],
  );
  await client.query(
    `INSERT INTO ledger_leaf (leaf, seq, stream, pos, hash)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bytea[])`,
    [
      rows.map(({ leaf }) => leaf),
      rows.map(({ seq }) => seq),
      rows.map(({ stream }) => stream),
      rows.map(({ pos }) => pos),
      rows.map(({ hash }) => hash),
    ],
  );
}

async function insertTiles(client: pg.Client, tiles: readonly FullTile[]): Promise<void> {
  await client.query(
    `INSERT INTO ledger_tile (level, index, nodes, root)
     SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])`,
    [
      tiles.map(({ at }) => at.level),
      tiles.map(({ at }) => at.index),
      tiles.map(({ nodes }) => nodes),
      tiles.map(({ root }) => root),
    ],
  );
}
