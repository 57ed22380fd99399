import type { Client } from 'pg';
import { COLUMN_TYPES, type ColumnType } from '../../platform/data/column-type';
import type { DeclaredStatement } from '../../platform/data/statement';
import { describeStatement } from './describe-statement';

/** What a statement says of its answer and PostgreSQL does not, for each sample of its text. */
export async function faultsOf(
  client: Client,
  { columns, samples }: DeclaredStatement,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const texts = samples();
  if (texts.length === 0) faults.push(`no sample of what answers ${Object.keys(columns ?? {}).join(', ')}`);
  for (const text of texts) {
    // A function that gives nothing is a column of the type void.
    const described = (await describeStatement(client, text)).filter(({ type }) => type !== 'void');
    const answered = new Map(described.map((it) => [it.name, it]));
    const declared = columns ?? {};
    const found = [
      ...described.filter(({ name }) => !(name in declared)).map(({ name }) => `${name} is not declared`),
      ...Object.entries(declared).flatMap(([name, said]) => {
        const it = answered.get(name);
        const type = said.replace(/[?!]$/, '');
        if (!it) return [`${name} is not answered`];
        if (it.type !== printed(type)) return [`${name} is ${it.type}, not ${type}`];
        if (it.mayBeNull === true && type === said) return [`${name} may be null`];
        return it.mayBeNull === false && type !== said ? [`${name} is never null`] : [];
      }),
    ];
    faults.push(...found.map((it) => `${it} in ${text.trim()}`));
  }
  return faults;
}

const printed = (type: string): string => COLUMN_TYPES[type as ColumnType]?.printed ?? type;
