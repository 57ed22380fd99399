import { type CsvLine } from './read-csv';
import { columnOf, SERVICE_TABLE_COLUMNS, type TableColumn } from './table-columns';
import type { ServiceTableProblem } from './table-problem';

/** Titles that are shown of those that nobody reads, at most. */
const SHOWN = 40;

/** What the first line of a table says: where each column stands, and what nobody will read. */
export interface TableTitles {
  readonly placeOf: (column: TableColumn) => number;
  /** How many titles there are, empty ones at the end left out. */
  readonly count: number;
  /** As they are written. */
  readonly unread: readonly string[];
  readonly problems: readonly ServiceTableProblem[];
}

export function readTitles(head: CsvLine | undefined): TableTitles {
  const places = new Map<TableColumn, number>();
  const unread: string[] = [];
  const problems: ServiceTableProblem[] = [];
  const line = head?.line ?? 1;
  const wrong = (column: TableColumn | null, code: ServiceTableProblem['code'], found: string): void => {
    problems.push({ line, column, code, found: found.slice(0, 60) });
  };
  const titles = head?.cells ?? [];
  for (const [place, title] of titles.entries()) {
    if (title === '') continue;
    const column = columnOf(title);
    if (column === null) unread.push(title.slice(0, 60));
    else if (column === 'ambiguous') wrong(null, 'ambiguous', title);
    else if (places.has(column)) wrong(column, 'twice', title);
    else places.set(column, place);
  }
  if (places.has('ages') && (places.has('ageFrom') || places.has('ageTo')))
    wrong('ages', 'twice', titles[places.get('ages') ?? 0] ?? '');
  for (const column of ['name', 'kind', 'territories'] as const)
    if (!places.has(column)) wrong(column, 'no-column', SERVICE_TABLE_COLUMNS[column][0]);
  return {
    placeOf: (column) => places.get(column) ?? -1,
    count: titles.findLastIndex((it) => it !== '') + 1,
    unread: unread.slice(0, SHOWN),
    problems,
  };
}
