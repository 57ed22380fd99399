import type { OnCallContact } from '@repere/contract';
import type { Language } from '@repere/ui';

type DayHours = NonNullable<NonNullable<OnCallContact['hours']>['weekdays']>;

/** When somebody answers, a line for each sort of day that they do; from an hour to the same one is the whole day. */
export function openingHours({ hours }: Pick<OnCallContact, 'hours'>, t: Language['t']): readonly string[] {
  const always = t('step.calls.day-night');
  if (!hours) return [always];
  const line = (day: 'weekdays' | 'weekends', { from, to }: DayHours): string =>
    from === to
      ? t(`step.calls.${day}`, { hours: always.toLocaleLowerCase() })
      : t(`step.calls.${day}`, { hours: `${from}–${to}` });
  return (['weekdays', 'weekends'] as const).flatMap((day) => (hours[day] ? [line(day, hours[day])] : []));
}
