import { ValidateBy, validateSync } from 'class-validator';

/** Variables of the environment that a program reads. Their checks are sentences: what a start refuses is said in its own words. */
export abstract class Variables {}

/**
 * Those of an environment, and a line for each that is missing or wrong; no value of one is in a line. An empty one is as good as
 * none: that is how docker-compose hands over what is not set.
 */
export function readVariables<T extends Variables>(
  empty: T,
  env: NodeJS.ProcessEnv,
): { readonly settings: T; readonly wrong: readonly string[] } {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const settings: T = Object.assign(empty, Object.fromEntries(given));
  const wrong = validateSync(settings).flatMap(({ property, constraints = {} }) =>
    Object.values(constraints).map((what) => `${property}: ${what}`),
  );
  return { settings, wrong };
}

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
