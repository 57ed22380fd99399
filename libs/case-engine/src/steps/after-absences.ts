import type { DeadlineOrigin } from '@repere/protocol';
import type { Due, Within } from '@repere/feel';
import { absencesOf } from './absences';
import type { CaseFold } from '../fold/case-fold';
import { dueTime } from '../deadlines/due-times';

/** A period of a step that needs the child. */
interface Period {
  readonly from: number;
  readonly within: Within;
  readonly origin: DeadlineOrigin;
  readonly metAt: number | null;
}

/**
 * When a period ends for a child who was away meanwhile. Our own and the report's stand still while the child is not there.
 * So does *at once*, whoever says it: it is due at the return. The date of a law and the hours of medicine do not move, since
 * we can't give what they don't: where they passed meanwhile, it is late only after the day of the return.
 */
export function afterAbsences(end: Due, { from, within, origin, metAt }: Period, fold: CaseFold): Due {
  const isFixed = within.unit !== 'at-once' && (origin === 'LEGAL' || origin === 'MEDICAL');
  let { dueAt, lateFrom } = end;
  let away = 0;
  for (const { since, until } of absencesOf(fold)) {
    if (until === null || until <= from || (metAt !== null && since >= metAt)) continue;
    if (!isFixed) away += until - Math.max(since, from);
    else if (since <= dueAt && dueAt < until) {
      lateFrom = Math.max(lateFrom, endOfDay(until, fold));
      // What medicine can no longer do is not put off: only a date of ours to answer for moves.
      if (origin === 'LEGAL') dueAt = lateFrom;
    }
  }
  if (away === 0) return { dueAt, lateFrom };
  const isExact = within.unit === 'at-once' || within.unit === 'hours';
  // The end of a day stays one, and a change of the clocks in between does not make it the next.
  const moved = (at: number): number => (isExact ? at + away : endOfDay(at + away - HOUR - 1, fold));
  return { dueAt: moved(dueAt), lateFrom: moved(lateFrom) };
}

const HOUR = 3_600_000;

const endOfDay = (at: number, fold: CaseFold): number =>
  dueTime(at, { unit: 'end-of-day' }, fold.territory).dueAt;
