import type { SchemaPath } from '@angular/forms/signals';
import { checkField } from '../../platform/form/mistake';
import { PERIOD } from './typed-contact';

/** Names by which the server refuses what is wrong with these hours. */
export const hoursNames = (days: 'weekdays' | 'weekends'): readonly string[] => [
  `hours.${days}.from`,
  `hours.${days}.to`,
];

/** Where somebody answers at hours alone (`when`), some are needed, and each can be read: `9:00-17:30`. `noHours`: words where none is. */
export function checkHours<T extends string | null>(
  it: { readonly weekdays: SchemaPath<string>; readonly weekends: SchemaPath<string> },
  when: SchemaPath<T>,
  noHours: string,
): void {
  for (const period of [it.weekdays, it.weekends])
    checkField(
      period,
      'administration.on-call.wrong.hours',
      (typed, valueOf) => valueOf(when) === 'at-hours' && typed.trim() !== '' && !PERIOD.test(typed.trim()),
    );
  checkField(
    when,
    noHours,
    (chosen, valueOf) =>
      chosen === 'at-hours' && !valueOf(it.weekdays).trim() && !valueOf(it.weekends).trim(),
  );
}
