import {
  type AuditedTable,
  type ChangedRows,
  type LiveRow,
  liveRowsOf,
} from '../../platform/record/audited-tables';
import type { Rows } from '../../ledger/rows';
import type { Report } from '../record-fault';

interface RecordedRow {
  readonly digest: string | null;
  /** Of the event. */
  readonly seq: string;
}

/** How accounts, teams, grants and credentials stand by what events told of them, in their order: the last word of each row. */
export class DerivedRows {
  private readonly tables = new Map<string, Map<string, RecordedRow>>();

  readChangedRows(seq: string, changed: ChangedRows): void {
    for (const [table, rows] of Object.entries(changed)) {
      const told = this.tables.get(table) ?? new Map<string, RecordedRow>();
      this.tables.set(table, told);
      for (const [key, digest] of Object.entries(rows)) told.set(key, { digest, seq });
    }
  }

  findRows(table: string): ReadonlyMap<string, RecordedRow> {
    return this.tables.get(table) ?? new Map<string, RecordedRow>();
  }
}

/** Every row that decides who comes in and who sees what, held against what events tell of it; how many there are. */
export async function checkRows(
  rows: Rows,
  tables: readonly AuditedTable[],
  derived: DerivedRows,
  report: Report,
): Promise<number> {
  await rows(`SELECT set_config('TimeZone', 'UTC', true)`);
  let count = 0;
  for (const audited of tables) {
    const { name: table } = audited;
    const told = derived.findRows(table);
    const there = new Set<string>();
    for (const row of await rows<LiveRow>(liveRowsOf(audited))) {
      count++;
      there.add(row.told_key);
      checkRow(table, row, told.get(row.told_key), report);
    }
    for (const [key, { digest, seq }] of told)
      if (digest !== null && !there.has(key))
        report({
          table,
          key,
          code: 'missing',
          said: `Event ${seq} told of it, and none that it went.`,
        });
  }
  return count;
}

function checkRow(
  table: string,
  { key, digest }: LiveRow,
  told: RecordedRow | undefined,
  report: Report,
): void {
  if (!told)
    report({ table, key, code: 'extra', said: 'No event tells of it: it was put in past the application.' });
  else if (told.digest === null)
    report({
      table,
      key,
      code: 'extra',
      said: `Event ${told.seq} told that it went; somebody put it back past the application.`,
    });
  else if (told.digest !== digest)
    report({
      table,
      key,
      code: 'altered',
      said: `It is not what event ${told.seq} told of it: it was changed past the application.`,
    });
}
