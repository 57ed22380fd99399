import { addMonths, localDay, startOfDay } from '@repere/feel';

/**
 * Months within which a service says what came of the child, from the day it was sent: TOOL. The law gives as many to the département that was
 * alerted (CASF L226-5, F37) and none to whoever took a child in.
 */
const FEEDBACK_MONTHS = 3;
/** Days before it is due that the service is asked for it (TOOL). */
const ASKED_BEFORE = 14;

/** When feedback is asked for, and when it is due: the end of that day where the case is; epoch milliseconds. */
export function feedbackTimes(
  sentAt: number,
  zone: string,
): { readonly askedAt: number; readonly dueAt: number } {
  const last = addMonths(localDay(sentAt, zone), FEEDBACK_MONTHS, 'last-day');
  return { askedAt: startOfDay(last + 1 - ASKED_BEFORE, zone), dueAt: startOfDay(last + 1, zone) };
}
