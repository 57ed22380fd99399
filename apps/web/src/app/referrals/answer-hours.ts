import { effect, type Signal, untracked } from '@angular/core';
import { ANSWER_HOURS, type AnswerHours, answerHoursFor, SERVICE_NEEDS } from '@repere/directory';
import type { Language, SpaceTime } from '@repere/ui';
import type { Option } from '@repere/ui/choice';

const HOUR = 3_600_000;

/** The form does not know which need it is: the server does. */
export const BY_NEED = 'by-need';

export const hourOptions = ({ t }: Language, isNeedKnown = true): readonly Option[] => [
  ...(isNeedKnown ? [] : [{ code: BY_NEED, label: t('referrals.form.hours-by-need') }]),
  ...ANSWER_HOURS.map((it) => ({ code: String(it), label: t(`referrals.form.hours-${it}`) })),
];

/** As it was chosen; nothing: as the need wants it. */
export function readHours(typed: string | null): { readonly answerHours?: AnswerHours } {
  const answerHours = ANSWER_HOURS.find((it) => String(it) === typed);
  return answerHours === undefined ? {} : { answerHours };
}

/** What is proposed for a need, as it is typed, while a place is held until then. */
export function hoursFor(need: string | null, heldUntil: string | null, now: number): string {
  const held = heldUntil === null ? null : (Date.parse(heldUntil) - now) / HOUR;
  return String(answerHoursFor(SERVICE_NEEDS.find((it) => it === need) ?? null, held));
}

/** Until when a place is held, where one is. */
export const hoursHint = ({ t }: Language, time: SpaceTime, heldUntil: string | null): string =>
  heldUntil === null ? '' : t('referrals.form.hours-held', { moment: time.moment(heldUntil) });

/** A form that asks within how many hours. */
interface AsksHours {
  readonly typed: Signal<{ readonly hours: string | null }>;
  type(known: { readonly hours: string }): void;
}

/** Proposes, until somebody chooses otherwise. Gives what keeps a choice that was made before. */
export function proposeHours(form: AsksHours, proposed: Signal<string>): () => void {
  let last: string | null = null;
  let isKept = false;
  effect(() => {
    const next = proposed();
    untracked(() => {
      const { hours } = form.typed();
      if (hours === null || (!isKept && hours === last)) form.type({ hours: next });
      last = next;
    });
  });
  return () => {
    isKept = true;
  };
}
