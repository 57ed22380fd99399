import fc from 'fast-check';
import { PROJECTED_TABLES, type ProjectedRows, type ProjectedTable } from './projections';
import { rowChanges } from './row-changes';

type Row = Readonly<Record<string, unknown>>;

const NONE = Object.fromEntries(PROJECTED_TABLES.map((table) => [table, []])) as unknown as ProjectedRows;
const holding = (table: ProjectedTable, rows: readonly Row[]): ProjectedRows => ({ ...NONE, [table]: rows });

const state = (step: string, value: string): Row => ({ run_id: 'r', step, state: value });
const deadline = (step: string, more: Row): Row => ({
  run_id: 'r',
  step,
  of: 'step',
  at_once: false,
  ...more,
});

const changed = (
  table: ProjectedTable,
  before: readonly Row[] | null,
  after: readonly Row[],
): ReturnType<typeof rowChanges> =>
  rowChanges([table], holding(table, after), before ? holding(table, before) : {});

describe('what changes of the rows of a table', () => {
  it.each<[string, readonly Row[], readonly Row[], string | null, Row]>([
    [
      'a row of those that stood',
      [state('a', '1'), state('b', '1')],
      [state('a', '2'), state('b', '1')],
      'updated',
      { step_state: [state('a', '2')] },
    ],
    [
      'a row more',
      [state('a', '1')],
      [state('a', '1'), state('b', '1')],
      'set',
      { step_state: [state('b', '1')] },
    ],
    [
      'a row less',
      [state('a', '1'), state('b', '1')],
      [state('a', '1')],
      'gone',
      { gone: { step_state: [state('b', '1')] } },
    ],
    [
      'one for another',
      [state('a', '1')],
      [state('b', '1')],
      'gone+set',
      { step_state: [state('b', '1')], gone: { step_state: [state('a', '1')] } },
    ],
    [
      'one changed, one gone',
      [state('a', '1'), state('b', '1')],
      [state('a', '2')],
      'gone+updated',
      { step_state: [state('a', '2')], gone: { step_state: [state('b', '1')] } },
    ],
    ['their order alone', [state('a', '1'), state('b', '1')], [state('b', '1'), state('a', '1')], null, {}],
  ])('%s', (_what, before, after, way, rows) => {
    const found = changed('step_state', before, after);
    expect(found.tables).toEqual(way === null ? [] : [{ table: 'step_state', way }]);
    expect(found.rows).toEqual(rows);
  });

  it('is all of them where nobody knows how they stood', () => {
    const found = changed('step_state', null, [state('a', '1')]);
    expect(found).toEqual({
      tables: [{ table: 'step_state', way: 'all' }],
      rows: { step_state: [state('a', '1')] },
    });
  });

  it('takes no run away, which stays once it is there', () => {
    expect(changed('run', [{ id: 'r' }], []).tables).toEqual([]);
  });

  it.each<[string, readonly Row[], readonly Row[], string]>([
    ['is told of at once', [deadline('a', {})], [deadline('a', { at_once: true })], 'all'],
    ['was told of at once', [deadline('a', { at_once: true })], [deadline('a', {})], 'all'],
    ['was told of at once and goes', [deadline('a', { at_once: true })], [], 'all'],
    ['waits for approval', [], [deadline('a', { of: 'approval' })], 'all'],
    ['is told of to nobody', [deadline('a', {})], [deadline('a', { due_at: 'x' })], 'updated'],
    [
      'stays as it was, beside another',
      [deadline('a', { at_once: true }), deadline('b', {})],
      [deadline('a', { at_once: true }), deadline('b', { due_at: 'x' })],
      'updated',
    ],
  ])('of a deadline that %s is held against all reminders, or not', (_what, before, after, way) => {
    expect(changed('deadline', before, after).tables).toEqual([{ table: 'deadline', way }]);
  });

  it('makes of what stood exactly what is to stand', () => {
    const rows = fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2')),
      {
        selector: ([step]) => step,
      },
    );
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const [old, wanted] = [before, after].map((list) => list.map(([step, value]) => state(step, value)));
        const { rows: sent } = changed('step_state', old ?? [], wanted ?? []);
        const gone = (sent['gone'] as Record<string, Row[]> | undefined)?.['step_state'] ?? [];
        const stands = new Map((old ?? []).map((row) => [row['step'], row]));
        for (const row of gone) stands.delete(row['step']);
        for (const row of (sent['step_state'] as Row[] | undefined) ?? []) stands.set(row['step'], row);
        const byStep = (list: Iterable<Row>): readonly Row[] =>
          [...list].sort((a, b) => String(a['step']).localeCompare(String(b['step'])));
        expect(byStep(stands.values())).toEqual(byStep(wanted ?? []));
      }),
    );
  });
});
