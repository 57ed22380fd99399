import type { UnitOfWork } from '../platform/unit-of-work';
import { changesOf, ROWS_CHANGED } from './take-changes';
import { type LiveRow, liveRowsOf, TOLD_TABLES } from './told-rows';

/** Tells of every row that events have to tell of, as it stands now: from what was there before anybody told. */
export async function tellRows(units: UnitOfWork): Promise<void> {
  const { manager } = units;
  await manager.query(`SELECT set_config('TimeZone', 'UTC', true)`);
  for (const table of TOLD_TABLES) {
    const rows: LiveRow[] = await manager.query(liveRowsOf(table));
    const captured = rows.map(({ told_key, digest }) => ({ table_name: table, row_name: told_key, digest }));
    for (const changed of changesOf(captured)) await units.record({ ...ROWS_CHANGED, payload: { changed } });
  }
}
