import type { UnitOfWork } from '../unit-of-work';
import { changesOf, ROWS_CHANGED } from './take-changes';
import { type LiveRow, liveRowsOf, AUDITED_TABLE_NAMES } from './audited-tables';

/** Records every row of an audited table as it stands now: what was there before anything was recorded. */
export async function recordStandingRows(units: UnitOfWork): Promise<void> {
  const { manager } = units;
  await manager.query(`SELECT set_config('TimeZone', 'UTC', true)`);
  for (const table of AUDITED_TABLE_NAMES) {
    const rows: LiveRow[] = await manager.query(liveRowsOf(table));
    const captured = rows.map(({ told_key, digest }) => ({ table_name: table, row_name: told_key, digest }));
    for (const changed of changesOf(captured)) await units.record({ ...ROWS_CHANGED, payload: { changed } });
  }
}
