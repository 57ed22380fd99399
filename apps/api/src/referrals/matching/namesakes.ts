import { nameForms } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import { peopleAround } from '../../cases/people/people-around-child';
import { knownChild } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';

/** What is shorter says nothing. */
const SHORTEST = 3;

/** What people are called beside their names. */
const TITLES: ReadonlySet<string> = new Set([
  ...['madame', 'monsieur', 'mademoiselle', 'mme', 'mlle', 'docteur'],
  ...['maman', 'papa', 'mere', 'pere', 'soeur', 'frere', 'tante', 'oncle', 'cousin', 'cousine'],
]);

const wordsOf = (name: string): readonly string[] =>
  nameForms(name).filter((word) => word.length >= SHORTEST && !TITLES.has(word));

/** Words of the child's family name and of names of people around them, as far as the reader sees either. */
export function namesAround(file: LoadedCase, redacted: ReadonlySet<FieldClass>): ReadonlySet<string> {
  const family = redacted.has('identity') ? '' : (knownChild(file).familyName ?? '');
  const people = redacted.has('people') ? [] : peopleAround(file).map(({ name }) => name);
  return new Set([family, ...people].flatMap(wordsOf));
}

/** Somebody of this name may be of the family, or one of those around: a reason to look, and no proof. */
export const isNamesake = (name: string, around: ReadonlySet<string>): boolean =>
  wordsOf(name).some((word) => around.has(word));
