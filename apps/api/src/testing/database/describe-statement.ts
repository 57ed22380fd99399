import type { Client } from 'pg';

/** A column of an answer as PostgreSQL describes it; `mayBeNull`: as far as it can be told. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: string;
  readonly mayBeNull: boolean | null;
}

interface Field {
  readonly name: string;
  readonly tableID: number;
  readonly columnID: number;
  readonly dataTypeID: number;
}

interface Plan {
  readonly Output?: readonly string[];
  readonly 'Join Type'?: string;
  readonly 'Parent Relationship'?: string;
  readonly Plans?: readonly Plan[];
}

/** What the server says of a statement that it prepared and did not run. */
export async function describeStatement(client: Client, text: string): Promise<readonly DescribedColumn[]> {
  const fields = await fieldsOf(client, text);
  const { rows } = await client.query<{ type: string; mayBeNull: boolean | null }>(
    `SELECT format_type(f.type, NULL) AS type, CASE WHEN t.relkind IN ('r', 'p') THEN NOT a.attnotnull END AS "mayBeNull"
       FROM unnest($1::oid[], $2::oid[], $3::int[]) WITH ORDINALITY AS f (type, relation, number, place)
       LEFT JOIN pg_class t ON t.oid = f.relation
       LEFT JOIN pg_attribute a ON a.attrelid = f.relation AND a.attnum = f.number ORDER BY f.place`,
    [
      fields.map(({ dataTypeID }) => dataTypeID),
      fields.map(({ tableID }) => tableID),
      fields.map(({ columnID }) => columnID),
    ],
  );
  const outer = await outerJoined(client, text);
  return fields.map(({ name }, place) => {
    const { type = '', mayBeNull = null } = rows[place] ?? {};
    return {
      name,
      type,
      mayBeNull: mayBeNull === null ? null : outer === null ? null : mayBeNull || outer.has(place),
    };
  });
}

/** Parse and describe, as a driver does it (PostgreSQL, "Extended Query"). */
function fieldsOf(client: Client, text: string): Promise<readonly Field[]> {
  return new Promise((resolve, reject) => {
    let fields: readonly Field[] = [];
    let failed: Error | null = null;
    client.query({
      submit: (connection: Record<'parse' | 'describe' | 'sync', (message?: object) => void>) => {
        connection.parse({ text });
        connection.describe({ type: 'S' });
        connection.sync();
      },
      handleRowDescription: (described: { fields: readonly Field[] }) => {
        fields = described.fields;
      },
      handleError: (error: Error) => {
        failed = error;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (!failed) resolve(fields);
      },
    } as never);
  });
}

/** Places of the answer's columns that come from where an outer join finds nothing; `null`: several answers in one, it can't be told. */
async function outerJoined(client: Client, text: string): Promise<ReadonlySet<number> | null> {
  if (/\b(UNION|GROUPING SETS)\b/.test(text)) return null;
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(
    `EXPLAIN (VERBOSE, GENERIC_PLAN, FORMAT JSON) ${text}`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) return null;
  const found = new Set<string>();
  collectOuterJoined(plan, found);
  return new Set((plan.Output ?? []).flatMap((it, place) => (found.has(it) ? [place] : [])));
}

const EMPTY_SIDES: Readonly<Record<string, readonly string[]>> = {
  Left: ['Inner'],
  Right: ['Outer'],
  Full: ['Inner', 'Outer'],
};

function collectOuterJoined(plan: Plan, found: Set<string>): void {
  const sides = EMPTY_SIDES[plan['Join Type'] ?? ''] ?? [];
  for (const child of plan.Plans ?? []) {
    if (sides.includes(child['Parent Relationship'] ?? '')) child.Output?.forEach((it) => found.add(it));
    collectOuterJoined(child, found);
  }
}
