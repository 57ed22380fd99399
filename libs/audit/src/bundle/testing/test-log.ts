import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import {
  appendLeaves,
  type Checkpoint,
  checkpointText,
  commit,
  EMPTY_TREE,
  type GrowingTree,
  leafHash,
  type NodeReader,
  nodeReaderOf,
  rootOf,
  sequenceEntry,
  type Sha256,
  tileKey,
} from '@repere/ledger';
import type { BundleEntry } from '../bundle-format';

export const sha256: Sha256 = (data) => hash('sha256', data, 'buffer');

/** What happened, as the log is told. */
export interface Happened {
  readonly type: string;
  readonly stream: string;
  readonly actor: string;
  readonly time: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log in memory, with whole payloads: what a service holds. */
export class TestLog {
  readonly entries: BundleEntry[] = [];
  private readonly positions = new Map<string, number>();
  private readonly tiles = new Map<string, Uint8Array>();
  private tree: GrowingTree = EMPTY_TREE;

  constructor(readonly origin: string) {}

  get size(): number {
    return this.entries.length;
  }

  append({ type, stream, actor, time, fields }: Happened): BundleEntry {
    const leaf = this.size;
    const paths = Object.keys(fields).sort();
    const salts = Object.fromEntries(paths.map((path) => [path, saltOf(this.origin, leaf, path)]));
    const made = commit(fields, salts, sha256);
    if (!made.ok) throw new Error(`no commitment: ${made.problem.code} ${made.problem.path}`);
    const pos = (this.positions.get(stream) ?? 0) + 1;
    const sequenced = sequenceEntry(
      {
        v: '1',
        id: `00000000-0000-4000-8000-${String(leaf).padStart(12, '0')}`,
        time: new Date(time).toISOString(),
        type,
        outcome: 'done',
        purpose: 'care',
        actor,
        stream,
        commitment: made.value.root,
        correlation: 'test-correlation',
      },
      pos,
    );
    if (!sequenced.ok)
      throw new Error(`no entry: ${sequenced.problem.code} ${sequenced.problem.field ?? ''}`);
    this.positions.set(stream, pos);
    const grown = appendLeaves(
      this.tree,
      [leafHash(new TextEncoder().encode(sequenced.text), sha256)],
      sha256,
    );
    this.tree = grown.tree;
    for (const { at, hashes } of grown.fullTiles) this.tiles.set(tileKey(at), hashes);
    const entry: BundleEntry = {
      leaf,
      text: sequenced.text,
      commitments: made.value.fieldCommitments.map(({ commitment }) => commitment),
      openings: paths.map((path, index) => ({
        index,
        path,
        value: fields[path],
        salt: Buffer.from(salts[path] ?? []).toString('hex'),
      })),
    };
    this.entries.push(entry);
    return entry;
  }

  get read(): NodeReader {
    return nodeReaderOf(this.tiles, this.tree.edges, sha256);
  }

  get checkpoint(): Checkpoint {
    return { origin: this.origin, size: this.size, root: rootOf(this.size, this.read, sha256) };
  }

  get checkpointText(): string {
    return checkpointText(this.checkpoint);
  }
}

const saltOf = (origin: string, leaf: number, path: string): Uint8Array =>
  sha256(new TextEncoder().encode(`${origin} ${leaf} ${path}`));
