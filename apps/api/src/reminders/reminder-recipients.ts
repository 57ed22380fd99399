import { type AccountRole, type Relation, rolesThatMay } from '@repere/access';

/** Somebody by a relation to a case; who has several is there several times. */
export interface Related {
  readonly id: string;
  readonly relation: string;
}

/** Whom an act is told to: the first of these that has somebody. Nothing is told to nobody as long as a team has one person. */
export const FOLLOWS: readonly (readonly Relation[])[] = [
  ['lead', 'substitute'],
  ['assigned'],
  ['on-duty'],
  ['supervisor'],
  ['team'],
];

/** In SQL: whether somebody of these roles reads the case by this relation, as the table of rights has it. */
export const readsBy = (relations: readonly Relation[], relation: string, roles: string): string =>
  `(${relations
    .map((it) => `${relation} = '${it}' AND ${roles} && ARRAY[${inSql(rolesThatMay('read', it))}]`)
    .join(' OR ')})`;

const inSql = (roles: readonly AccountRole[]): string => roles.map((it) => `'${it}'`).join();

/** The same when nobody has answered. */
export const PASSED_ON: readonly (readonly Relation[])[] = [['on-duty'], ['supervisor'], ['team']];

/** Accounts of the first group that has any, each once. */
export function firstOf(
  around: readonly Related[],
  groups: readonly (readonly Relation[])[],
): readonly string[] {
  for (const group of groups) {
    const found = around.filter(({ relation }) => group.some((it) => it === relation)).map(({ id }) => id);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}
