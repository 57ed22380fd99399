/** Somebody by what ties them to a case; who is tied in several ways is there several times. */
export interface Related {
  readonly id: string;
  readonly relation: string;
}

/** Whom an act is told to: the first of these that has somebody. Nothing is told to nobody as long as a team has one person. */
export const FOLLOWS: readonly (readonly string[])[] = [
  ['lead', 'substitute'],
  ['assigned'],
  ['on-duty'],
  ['supervisor'],
  ['team'],
];

/** The same when nobody has answered. */
export const PASSED_ON: readonly (readonly string[])[] = [['on-duty'], ['supervisor'], ['team']];

/** Accounts of the first group that has any, each once. */
export function firstOf(
  around: readonly Related[],
  groups: readonly (readonly string[])[],
): readonly string[] {
  for (const group of groups) {
    const found = around.filter(({ relation }) => group.includes(relation)).map(({ id }) => id);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}
