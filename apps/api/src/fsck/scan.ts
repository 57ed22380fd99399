import type { Rows } from '../ledger/rows';

const PAGE = 5_000;

/**
 * The rows of a query, read page by page in the order of one numeric key; `sql` takes the last key as `$1` and the page's size as
 * `$2` and gives the key as `at`.
 */
export async function* scan<R extends { readonly at: string }>(
  rows: Rows,
  sql: string,
  page = PAGE,
): AsyncGenerator<R, void, undefined> {
  let last = '-1';
  for (;;) {
    const found = await rows<R>(sql, [last, page]);
    yield* found;
    const end = found.at(-1);
    if (!end || found.length < page) return;
    last = end.at;
  }
}
