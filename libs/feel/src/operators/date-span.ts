import type { DateSpan, Truth, Value } from '../value';

/** The date in a value; `null` if it is unknown (or, against its type, no date). */
export function dateIn(value: Value): DateSpan | null {
  return typeof value === 'object' && value !== null && 'firstDay' in value ? value : null;
}

export function isBefore(a: DateSpan, b: DateSpan): Truth {
  if (a.lastDay < b.firstDay) return true;
  return a.firstDay >= b.lastDay ? false : null;
}

export function isBeforeOrOn(a: DateSpan, b: DateSpan): Truth {
  if (a.lastDay <= b.firstDay) return true;
  return a.firstDay > b.lastDay ? false : null;
}

export function isSameDay(a: DateSpan, b: DateSpan): Truth {
  if (a.lastDay < b.firstDay || b.lastDay < a.firstDay) return false;
  return a.firstDay === a.lastDay && b.firstDay === b.lastDay ? true : null;
}
