import type { SchemaPath } from '@angular/forms/signals';
import type { TypedDate } from '@repere/ui/date';
import { newAccountLengths } from '@repere/contract/lengths';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { typedDay } from './typed-day';

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,62}$/;

/** A whole day, or none. */
export const checkDay = (path: SchemaPath<TypedDate>, which: 'startsOn' | 'endsOn'): void =>
  checkField(path, `administration.invite.wrong.${which}`, (typed) => typedDay(typed) === undefined);

export const checkEmail = (path: SchemaPath<string>): void =>
  checkField(path, 'administration.invite.wrong.email', (typed) => !EMAIL.test(typed.trim()));

export const checkLogin = (path: SchemaPath<string>): void =>
  checkField(path, 'administration.invite.wrong.login', (typed) => !LOGIN.test(typed.trim()));

/** The reason of what two administrators decide, where they do. */
export function checkReason(path: SchemaPath<string>, isAsked: () => boolean): void {
  requireValue(path, 'administration.invite.wrong.reason', isAsked);
  limitLength(path, newAccountLengths.reason);
}
