import type { DeadlineOrigin } from '@repere/protocol';

/** The origin that a row of a list names; `null` for a date of the tool alone, which the step, its check and paper name. */
export const originInLists = (origin: DeadlineOrigin | null | undefined): DeadlineOrigin | null =>
  origin === undefined || origin === 'TOOL' ? null : origin;
