import { IN_CHARGE } from '@repere/access';

/** So many are listed of a kind; the others are counted. */
const MOST = 50;

/** SQL: how many there are, how many late, and the first of them, in one look at what waits. */
export const sentTasks = (line: string, late: string, from: string, order: string): string =>
  `SELECT coalesce(max(n), 0)::int AS count, coalesce(max(late), 0)::int AS late, json_agg(line) AS items
     FROM (SELECT ${line} AS line, count(*) OVER () AS n, ${late} AS late ${from} ORDER BY ${order} LIMIT ${String(MOST)}) AS t`;

/** SQL: ids of the cases on which this reader works: leads, stands in, is assigned or on duty. */
export const casesInChargeOf = (reader: string): string =>
  `(SELECT r.case_id FROM case_relation_now r WHERE r.account_id = ${reader}::uuid
      AND r.relation IN (${IN_CHARGE.map((it) => `'${it}'`).join()}))`;
