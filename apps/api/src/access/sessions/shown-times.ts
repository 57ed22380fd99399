import type { SessionEnds } from '../sign-in/session.repository';
import { IDLE_MINUTES } from './session-life';
import type { SessionTimesDto } from './sessions.dto';

/** When a session ends, with the machine's time beside it: the clock of the page may be wrong. */
export const shownTimes = ({ now, idleUntil, until }: SessionEnds): SessionTimesDto => ({
  now: now.toISOString(),
  // The session ends at the earlier of the two.
  idleUntil: (idleUntil < until ? idleUntil : until).toISOString(),
  until: until.toISOString(),
  idleSeconds: IDLE_MINUTES * 60,
});
