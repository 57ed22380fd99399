import { declaredTable, type DeclaredColumn, type EntityClass } from '../../platform/data/declared-table';

/** Columns that every projection has of its case, and none of the journal. */
const OF_THE_CASE = ['caseFileId', 'teamId', 'leadId'] as const;

type SnakeCase<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : S;

type AsJson<V> = V extends Date ? string : V;

/** A row of a projection as it is written, by its columns: all that its entity declares, but for what the case itself gives. Times ISO 8601. */
export type ProjectedRow<E> = {
  readonly [P in Exclude<keyof E & string, (typeof OF_THE_CASE)[number]> as SnakeCase<P>]: AsJson<E[P]>;
};

/** A table of rows that follow from a case's journal. */
export interface Projection<E extends object = object> {
  readonly entity: EntityClass<E>;
  /** What tells its rows apart. */
  readonly key: readonly DeclaredColumn[];
  /** Its key is one within a case. */
  readonly isKeyedByCase: boolean;
  /** What is written once and never changed. */
  readonly kept: readonly DeclaredColumn[];
  /** What changes with the case. */
  readonly changing: readonly DeclaredColumn[];
  /** A row that is once there is never taken away. */
  readonly isKept: boolean;
  /** Its rows name whoever leads the case. */
  readonly namesLead: boolean;
}

interface ProjectionFacts<E> {
  /** Where the table has no primary key: what tells rows of one case apart. */
  readonly keyInCase?: readonly (keyof E & string)[];
  readonly kept?: readonly (keyof E & string)[];
  readonly isKept?: boolean;
}

/** A projection as its entity declares it: a column is written because it is declared. */
export function projection<E extends object>(
  entity: EntityClass<E>,
  { keyInCase, kept = [], isKept = false }: ProjectionFacts<E> = {},
): Projection<E> {
  const { columns } = declaredTable(entity);
  const ofTheCase = (it: DeclaredColumn): boolean => OF_THE_CASE.some((property) => property === it.property);
  const own = columns.filter((it) => !ofTheCase(it));
  const names = (properties: readonly string[], it: DeclaredColumn): boolean =>
    properties.includes(it.property);
  const isKey = (it: DeclaredColumn): boolean => (keyInCase ? names(keyInCase, it) : it.isKey);
  return {
    ...{ entity, isKept, isKeyedByCase: keyInCase !== undefined },
    key: own.filter(isKey),
    kept: own.filter((it) => !isKey(it) && names(kept, it)),
    changing: own.filter((it) => !isKey(it) && !names(kept, it)),
    namesLead: columns.some(({ property }) => property === 'leadId'),
  };
}
