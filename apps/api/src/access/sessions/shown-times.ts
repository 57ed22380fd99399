import type { SessionTimes } from '@repere/cases';
import type { SessionEnds } from '../session.repository';
import { IDLE_MINUTES } from './session-life';

/** When a session ends, with the machine's time beside it: the clock of the page may be wrong. */
export const shownTimes = ({ now, idleUntil, until }: SessionEnds): SessionTimes => ({
  now: now.toISOString(),
  // The session ends at the earlier of the two.
  idleUntil: (idleUntil < until ? idleUntil : until).toISOString(),
  until: until.toISOString(),
  idleSeconds: IDLE_MINUTES * 60,
});
