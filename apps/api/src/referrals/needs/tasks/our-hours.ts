import { NEEDS } from '@repere/directory';
import type { NeedCode } from '../../entities/unmet-need-event.entity';

export const HOUR = 3_600_000;
/** Hours in which one is asked, or the next one, or a message is read (TOOL): of what is needed at once, and of anything else. */
const OUR_HOURS = { atOnce: 1, otherwise: 24 } as const;

export const paceOf = (need: NeedCode): keyof typeof OUR_HOURS =>
  need !== 'other' && NEEDS[need].isAtOnce ? 'atOnce' : 'otherwise';

/** When we do what waits for us since then (TOOL); epoch milliseconds. */
export const dueAfter = (need: NeedCode, since: number): number => since + OUR_HOURS[paceOf(need)] * HOUR;
