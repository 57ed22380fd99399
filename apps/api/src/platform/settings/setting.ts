import { ValidateBy } from 'class-validator';

const TEXTS = new Map<string, string>();

/** A variable of the environment: what it is for, in a cell of the printed table. Its property has the variable's name. */
export const Setting =
  (text: string): PropertyDecorator =>
  (_class, name) => {
    TEXTS.set(String(name), text);
  };

/** Each variable with what it is for, in the order in which they are declared. */
export const settingTexts = (): ReadonlyMap<string, string> => TEXTS;

/**
 * What a variable has to be, beside the others; `what` ends the sentence that refuses it. Asked of a variable that is not set
 * too. Neither the value nor a part of it belongs into the sentence: it may be a secret.
 */
export function Must<T extends object>(
  holds: (value: string | undefined, all: T) => boolean,
  what: string,
): PropertyDecorator {
  return ValidateBy({
    name: what,
    validator: {
      validate: (value: string | undefined, about) => holds(value, about?.object as T),
      defaultMessage: () => what,
    },
  });
}
