import {
  MAX_LENGTH,
  metadata,
  validate,
  type SchemaPath,
  type ValidationError,
} from '@angular/forms/signals';
import type { Language } from '@repere/ui';
import { readTypedDate, type TypedDate } from '@repere/ui/date';
import { countCharacters } from '@repere/ui/field';

/** Why a field can't be sent as it is. Its words are made when they are shown, in the language of the screen. */
export interface Mistake extends ValidationError {
  readonly kind: 'mistake';
  readonly formatText: (language: Language) => string;
}

/** Words of a mistake: a key of the dictionary, or made from the language. */
export type MistakeWords = string | Mistake['formatText'];

/** Reads another field of the same form. */
export type ValueOf = <V>(path: SchemaPath<V>) => V;

/** A rule of one field: the words where the value is wrong. Any signal that it reads counts. */
export function checkField<T>(
  path: SchemaPath<T>,
  words: MistakeWords,
  isWrong: (value: T, valueOf: ValueOf) => boolean,
): void {
  validate(path, ({ value, valueOf }) => (isWrong(value(), valueOf) ? mistake(words) : null));
}

/** Something has to be there: blanks, an empty list and no choice are nothing. */
export function requireValue<T extends string | readonly unknown[] | null>(
  path: SchemaPath<T>,
  words: MistakeWords,
  isRequired: () => boolean = () => true,
): void {
  checkField(path, words, (value) => isRequired() && isBlank(value));
}

/** At most so many characters, as people and the server count them. The field learns the limit from here. */
export function limitLength(path: SchemaPath<string>, limit: number | (() => number)): void {
  const most = typeof limit === 'number' ? () => limit : limit;
  metadata(path, MAX_LENGTH, most);
  validate(path, ({ value }) => {
    const over = countCharacters(value()) - most();
    return over > 0 ? mistake((language) => language.count('ui.length.over', over)) : null;
  });
}

/** A date that can be read, as far as it is known. */
export function checkDate(path: SchemaPath<TypedDate>): void {
  validate(path, ({ value }) => {
    const reading = readTypedDate(value());
    return reading.ok ? null : mistake(`ui.date.problem.${reading.problem}`);
  });
}

const mistake = (words: MistakeWords): Mistake => ({
  kind: 'mistake',
  formatText: typeof words === 'string' ? ({ t }) => t(words) : words,
});

const isBlank = (value: string | readonly unknown[] | null): boolean =>
  typeof value === 'string' ? !value.trim() : !value?.length;
