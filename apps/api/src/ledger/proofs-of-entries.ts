import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ConsistencyProofs, SignerKeys } from '@repere/audit';
import {
  type NodeAt,
  type NodeReader,
  consistencyProof,
  nodesForConsistency,
  planPrunedTree,
  toHex,
} from '@repere/ledger';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { sha256 } from '../platform/record/commit-payload';
import { sequencedText } from './leaf-text';
import type { Rows } from './rows';
import { findCheckpoint } from './signing/epochs.query';
import { type KeptTiles, readNodes } from './tree/read-tree';

/** One entry as a leaf of the log. */
export interface ProvenEntry {
  /** Of `ledger_event`. */
  readonly seq: string;
  /** Place in the log, from 0. */
  readonly leaf: number;
  /** Canonical text of the sequenced entry: its UTF-8 bytes are what the log hashes. */
  readonly text: string;
}

/** What ties entries to a signed checkpoint: the files of a bundle's `proof/`. */
export interface EntriesProof {
  readonly origin: string;
  readonly size: number;
  /** Signed note of the newest checkpoint, which covers them all: `proof/checkpoint.txt`. */
  readonly checkpoint: string;
  /** In the order of their leaves, each once. */
  readonly entries: readonly ProvenEntry[];
  /** Pruned tree of these leaves: `proof/tree.bin`. */
  readonly tree: Uint8Array;
  /** From the last checkpoint of each day of this month past, of each month before, and of what was asked for. */
  readonly consistency: ConsistencyProofs;
  readonly keys: SignerKeys;
}

/** An entry that no signed checkpoint covers yet, or that does not exist. */
export class NotSigned extends Error {}

const PATIENCE_MS = 10_000;
const POLL_EVERY_MS = 50;

/**
 * Proofs of entries of the record, for who may show them: it asks nobody's rights, and entries hold no content. Every call
 * happens in a unit of work.
 */
@Injectable()
export class ProofsOfEntries {
  private readonly kept = new Map<string, KeptTiles>();

  constructor(private readonly unit: UnitOfWork) {}

  /**
   * These entries with their proof; `since`: sizes of checkpoints from which consistency must be proven as well. Throws
   * `NotSigned` unless a signed checkpoint covers every one of them, `BrokenTree` when the tables don't hold what they need.
   */
  async prove(
    seqs: readonly string[],
    { since = [] }: { readonly since?: readonly number[] } = {},
  ): Promise<EntriesProof> {
    const entries = await this.entries(seqs);
    const checkpoint = await findCheckpoint(this.rows, (entries.at(-1)?.leaf ?? 0) + 1);
    if (!checkpoint) throw new NotSigned('no signed checkpoint covers these entries yet');
    const { origin, size, note } = checkpoint;
    const tree = planPrunedTree(
      size,
      entries.map(({ leaf }) => leaf),
    );
    const earlier = await this.earlierCheckpoints(size, since);
    const read = await this.nodes(size, [
      ...tree.nodes,
      ...earlier.flatMap((it) => nodesForConsistency(it.size, size)),
    ]);
    return {
      origin,
      size,
      checkpoint: note,
      entries,
      tree: tree.writeTree(read, sha256),
      consistency: {
        proofs: earlier.map((it) => ({ checkpoint: it.note, hashes: hashesOf(it.size, size, read) })),
      },
      keys: await this.keys(),
    };
  }

  /** Consistency proof between two sizes, hashes in hex; `not-found` beyond the newest checkpoint. */
  async consistency(from: number, to: number): Promise<readonly string[]> {
    const newest = await this.newestCheckpoint();
    if (from > to || to > newest.size) throw new Refusal('not-found');
    return hashesOf(from, to, await this.nodes(to, nodesForConsistency(from, to)));
  }

  /** The newest signed checkpoint; `not-found` while there is none. */
  async newestCheckpoint(): Promise<{
    readonly origin: string;
    readonly size: number;
    readonly note: string;
  }> {
    const checkpoint = await findCheckpoint(this.rows);
    if (!checkpoint) throw new Refusal('not-found');
    return checkpoint;
  }

  /** Keys of the signer, oldest first. */
  async keys(): Promise<SignerKeys> {
    const found = await this.rows<{ key: string; voucher: string | null }>(
      `SELECT key, voucher FROM ledger_key ORDER BY number`,
    );
    return { keys: found.map(({ key, voucher }) => ({ key, ...(voucher !== null && { voucher }) })) };
  }

  /**
   * Resolves once a signed checkpoint covers this event; refuses with `unavailable` after `patienceMs`. The event must be
   * committed: write it in a unit of its own, then wait in another.
   */
  async waitUntilSigned(seq: string, patienceMs = PATIENCE_MS): Promise<void> {
    for (const until = performance.now() + patienceMs; ; await wait(POLL_EVERY_MS)) {
      const [row] = await this.rows<{ leaf: string }>(`SELECT leaf FROM ledger_leaf WHERE seq = $1`, [seq]);
      if (row && (await findCheckpoint(this.rows, Number(row.leaf) + 1))) return;
      if (performance.now() >= until) throw new Refusal('unavailable', { retryAfter: 5 });
    }
  }

  private nodes(size: number, nodes: readonly NodeAt[]): Promise<NodeReader> {
    const { database } = this.unit.space;
    const kept: KeptTiles = this.kept.get(database) ?? new Map<string, Uint8Array>();
    this.kept.set(database, kept);
    return readNodes(this.rows, size, nodes, kept);
  }

  private async entries(seqs: readonly string[]): Promise<readonly ProvenEntry[]> {
    const wanted = new Set(seqs.map(String));
    const found = await this.rows<{ seq: string; leaf: string; pos: string; entry: string }>(
      `SELECT l.seq, l.leaf, l.pos, e.entry
         FROM ledger_leaf l JOIN ledger_event e ON e.seq = l.seq WHERE l.seq = ANY ($1::bigint[]) ORDER BY l.leaf`,
      [[...wanted]],
    );
    if (found.length !== wanted.size) throw new NotSigned('some entries have no place in the log yet');
    return found.map(({ seq, leaf, pos, entry }) => {
      // What is no entry any more gets no text that would pass: whoever verifies it is shown the row as it is.
      return { seq, leaf: Number(leaf), text: sequencedText(entry, Number(pos)) ?? entry };
    });
  }

  private async earlierCheckpoints(
    size: number,
    since: readonly number[],
  ): Promise<readonly { readonly size: number; readonly note: string }[]> {
    const found = await this.rows<{ size: string; note: string }>(EARLIER, [size, since]);
    return found.map((row) => ({ size: Number(row.size), note: row.note }));
  }

  private readonly rows: Rows = (sql, parameters) => this.unit.manager.query(sql, parameters);
}

const hashesOf = (from: number, to: number, read: NodeReader): readonly string[] =>
  consistencyProof(from, to, read, sha256).map(toHex);

/** Signed every second, they are too many to prove them all: one a day of the last month, one a month of ten years. */
const EARLIER = `
  WITH ends AS (
    SELECT date_trunc('day', now()) - make_interval(days => d) AS at FROM generate_series(0, 31) AS d
    UNION SELECT date_trunc('month', now()) - make_interval(months => m) FROM generate_series(0, 120) AS m
  ), chosen AS (
    SELECT c.size, c.note FROM ends CROSS JOIN LATERAL
      (SELECT size, note FROM ledger_checkpoint WHERE signed_at < ends.at ORDER BY signed_at DESC LIMIT 1) c
    UNION SELECT size, note FROM ledger_checkpoint WHERE size = ANY ($2::bigint[])
  )
  SELECT DISTINCT size, note FROM chosen WHERE size < $1 ORDER BY size`;
