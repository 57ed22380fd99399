import type { AccountRole } from '@repere/access';

/** Roles that decide over others' work or see it all: nobody gives them alone. The database asks the same. */
export const GIVEN_BY_TWO: readonly AccountRole[] = ['supervisor', 'auditor', 'administrator'];

/** Whether this change of roles waits for a second administrator: it gives one of `GIVEN_BY_TWO`, or gives anything to oneself. */
export function needsSecondPerson(
  before: readonly AccountRole[],
  after: readonly AccountRole[],
  isOneself: boolean,
): boolean {
  const gained = after.filter((role) => !before.includes(role));
  return gained.some((role) => isOneself || GIVEN_BY_TWO.includes(role));
}
