import { toHex } from '@repere/ledger';
import type { Rows } from '../rows';
import { treeSize } from '../tree/read-tree';
import { rootAt } from './sign-checkpoint';

/** Where a log left another one. */
export interface LedgerBranch {
  /** Key of the space that it was branched from. */
  readonly parent: string;
  /** How many of its leaves are its parent's. */
  readonly size: number;
  /** Root over them, 64 hex digits. */
  readonly root: string;
  /** The newest note that was signed over the parent's log. */
  readonly note: string | null;
  readonly eventSeq: string;
  /** Whether the event that says all this has its place. */
  readonly hasLeaf: boolean;
}

/** Every time that this log was branched, first to last: of a branch of a branch there are two. */
export async function findBranches(rows: Rows): Promise<readonly LedgerBranch[]> {
  const found = await rows<{
    readonly parent: string;
    readonly size: string;
    readonly root: Buffer;
    readonly note: string | null;
    readonly seq: string;
    readonly leaf: string | null;
  }>(`SELECT b.parent, b.size, b.root, b.note, b.event_seq AS seq, l.leaf
        FROM ledger_branch b LEFT JOIN ledger_leaf l ON l.seq = b.event_seq ORDER BY b.event_seq`);
  return found.map(({ parent, size, root, note, seq, leaf }) => ({
    parent,
    size: Number(size),
    root: toHex(root),
    note,
    eventSeq: seq,
    hasLeaf: leaf !== null,
  }));
}

/** Whether a log has exactly this root over that many of its leaves. Throws `BrokenTree`. */
export async function hasPast(
  rows: Rows,
  { size, root }: Pick<LedgerBranch, 'size' | 'root'>,
): Promise<boolean> {
  if ((await treeSize(rows)) < size) return false;
  return toHex(await rootAt(rows, size)) === root;
}
