import type { Occurrence } from '@repere/feel';
import type { Reason } from '../../contract';
import { refusal } from '../reason';

/** 1 January 1900: an earlier year is a slip of the hand. */
const LONG_AGO = Date.UTC(1900, 0, 1);
export const FIRST_DAY = LONG_AGO / 86_400_000;

/** What is wrong with the time of an act: it can have happened neither in the future nor in another century. */
export function checkWhen(when: Occurrence, now: number, field: string, reasons: Reason[]): void {
  if (when.from > now || when.from > when.to) reasons.push(refusal('in-future', { field }));
  else if (when.from < LONG_AGO) reasons.push(refusal('too-long-ago', { field }));
}
