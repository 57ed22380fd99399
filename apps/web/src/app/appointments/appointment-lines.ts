import { isJourney, type Shown } from '@repere/cases';
import type { Appointment } from '@repere/contract';
import type { Language } from '@repere/ui';
import { lineMaker, type SaidLine } from '../platform/pages/said-lines';

/** Everything that was said of it, in the order of the form. What nobody said of who is beside the child is said as well. */
export function appointmentLines(it: Appointment, language: Language): readonly SaidLine[] {
  const { t } = language;
  const { line, shown, words } = lineMaker(language, 'appointments.hidden');
  const both = (code: string, value: Shown<string> | null): string =>
    [t(code), words(value)].filter(Boolean).join(' · ');
  return [
    ...line(
      'appointments.minutes',
      it.minutes === null ? null : t('appointments.minutes-long', { count: it.minutes }),
    ),
    ...line('appointments.from', words(it.from)),
    ...line(isJourney(it.kind) ? 'appointments.place-to' : 'appointments.place', words(it.place)),
    ...line('appointments.with-whom', words(it.withWhom)),
    ...line(
      'appointments.escort',
      [shown(it.escortAccount, ({ name }) => name), words(it.escort)].filter(Boolean).join(', '),
    ),
    ...(it.third === null
      ? []
      : line('appointments.third', both(`appointments.third-is.${it.third}`, it.thirdWords))),
    ...line('appointments.why-again', words(it.whyAgain)),
    ...line('appointments.interpreter', both(`appointments.interpreter-is.${it.interpreter}`, it.language)),
    ...(it.interpreter === 'yes'
      ? line('appointments.found', t(`appointments.found-is.${it.interpreterFound}`))
      : []),
    ...line('appointments.told', t(`appointments.told-is.${it.told}`)),
    ...line('appointments.notes', words(it.notes)),
    ...line('appointments.reason', it.reason && t(`appointments.reasons.${it.reason}`)),
    ...line('appointments.outcome', words(it.outcome)),
    ...line(
      'appointments.said-by',
      shown(it.by, ({ name }) => name),
    ),
  ];
}
