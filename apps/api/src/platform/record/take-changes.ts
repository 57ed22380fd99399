import type { EntityManager } from 'typeorm';
import type { LedgerEvent } from './ledger-event';
import type { ChangedRows } from './audited-tables';

/** An event that tells how rows stand since its transaction: see `auditedTables`. */
export const ROWS_CHANGED = {
  type: 'rows.changed',
  outcome: 'done',
  purpose: 'maintenance',
} as const satisfies LedgerEvent;

const AT_ONCE = 2_000;

/** `taken`: rows that the running transaction has changed, which are forgotten here. */
export const TAKEN = `taken AS (DELETE FROM captured_change WHERE xid = pg_current_xact_id_if_assigned()
  RETURNING id, table_name, row_name, digest)`;

/** What the running transaction changed of told rows since this was last asked; mostly nothing. */
export function takeChanges(manager: EntityManager): Promise<readonly Captured[]> {
  return manager.query(
    `WITH ${TAKEN}
     SELECT table_name, row_name, digest FROM taken ORDER BY id`,
    [],
  );
}

/** Rows as events tell them, in parts that an event can hold. Of one that changed twice the last holds. */
export function changesOf(rows: readonly Captured[]): readonly ChangedRows[] {
  const parts: ChangedRows[] = [];
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part: Record<string, Record<string, string | null>> = {};
    for (const { table_name, row_name, digest } of rows.slice(start, start + AT_ONCE))
      (part[table_name] ??= {})[row_name] = digest;
    parts.push(part);
  }
  return parts;
}

export interface Captured {
  readonly table_name: string;
  readonly row_name: string;
  readonly digest: string | null;
}
