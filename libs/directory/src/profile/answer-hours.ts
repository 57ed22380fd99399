import { NEEDS, type ServiceNeed } from './service-needs';

/** Hours within which an answer to a referral may be asked for (TOOL). */
export const ANSWER_HOURS = [4, 24, 48, 168] as const;
export type AnswerHours = (typeof ANSWER_HOURS)[number];

const AT_ONCE = 4;
const OTHERWISE = 48;

/**
 * What is proposed, and what counts where nothing is said: what is needed at once does not wait for two days. `heldHours`: as long as a
 * place is held for the child, which is no answer to wait beyond.
 */
export function answerHoursFor(need: ServiceNeed | null, heldHours: number | null = null): AnswerHours {
  const wanted = need !== null && NEEDS[need].isAtOnce ? AT_ONCE : OTHERWISE;
  const most = Math.min(wanted, heldHours ?? wanted);
  return ANSWER_HOURS.findLast((it) => it <= most) ?? ANSWER_HOURS[0];
}
