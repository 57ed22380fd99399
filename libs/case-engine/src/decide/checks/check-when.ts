import type { Occurrence } from '@repere/feel';
import { LONG_AGO } from '@repere/protocol';
import type { Reason } from '../../journal/engine-types';
import { refusal } from '../reason';

/** What is wrong with the time of an act: it can have happened neither in the future nor in another century. */
export function checkWhen(when: Occurrence, now: number, field: string, reasons: Reason[]): void {
  if (when.from > now || when.from > when.to) reasons.push(refusal('in-future', { field }));
  else if (when.from < LONG_AGO) reasons.push(refusal('too-long-ago', { field }));
}
