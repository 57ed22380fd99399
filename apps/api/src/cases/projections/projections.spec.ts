import { declaredTable } from '../../platform/data/declared-table';
import type { Projection } from './projection';
import { PROJECTED_TABLES, PROJECTIONS, type ProjectedRows } from './projections';

describe('the projections of a journal', () => {
  it.each(PROJECTED_TABLES)('%s is written whole: every column that its entity declares', (table) => {
    const { entity, key, kept, changing, namesLead }: Projection = PROJECTIONS[table];
    const written = [...key, ...kept, ...changing].map(({ column }) => column);
    const declared = declaredTable(entity);
    expect(declared.name).toBe(table);
    expect(key).not.toEqual([]);
    expect([...written, 'case_file_id', 'team_id', ...(namesLead ? ['lead_id'] : [])].sort()).toEqual(
      declared.columns.map(({ column }) => column).sort(),
    );
  });

  it('take no rows that lack a table, nor a row that lacks a column', () => {
    const alert = { id: 'a', run_id: 'r', step: 's', entry_id: 'e', kind: 'flag', at: 'now' };
    const { at: _at, ...gap } = alert;
    const whole: ProjectedRows['alert'] = [alert];
    // @ts-expect-error: `at` is a column of the entity.
    const lacking: ProjectedRows['alert'] = [gap];
    // @ts-expect-error: the other tables.
    const others: ProjectedRows = { alert: whole };
    expect([lacking, others]).toBeDefined();
  });
});
