import type { Rows } from '../rows';

/** The name of the log on its checkpoints, and since when. */
export interface Epoch {
  readonly number: number;
  readonly origin: string;
}

/** The epoch that the database says is the present one, or `null`: nothing was ever signed here. */
export async function findEpoch(rows: Rows): Promise<Epoch | null> {
  const [row] = await rows<Epoch>(`SELECT number, origin FROM ledger_epoch ORDER BY number DESC LIMIT 1`);
  return row ?? null;
}

/** The newest signed note of the present epoch with its size, at least of `size`. */
export async function findCheckpoint(
  rows: Rows,
  size = 0,
): Promise<{
  readonly origin: string;
  readonly size: number;
  readonly note: string;
  readonly root: Buffer;
} | null> {
  const [row] = await rows<{ origin: string; size: string; note: string; root: Buffer }>(
    `SELECT c.origin, c.size, c.note, c.root FROM ledger_checkpoint c
      WHERE c.origin = (SELECT origin FROM ledger_epoch ORDER BY number DESC LIMIT 1) AND c.size >= $1
      ORDER BY c.size DESC LIMIT 1`,
    [size],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}

/** The newest notes under this origin over more than `size` leaves, a few of them. */
export async function findNotesBeyond(rows: Rows, origin: string, size: number): Promise<readonly string[]> {
  const found = await rows<{ note: string }>(
    `SELECT note FROM ledger_checkpoint WHERE origin = $1 AND size > $2 ORDER BY size DESC LIMIT 20`,
    [origin, size],
  );
  return found.map(({ note }) => note);
}
