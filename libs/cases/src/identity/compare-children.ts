import type { Child } from './child';
import type { Words } from '../words';
import { nameForms } from './name-forms';
import { namesOf, phoneDigits, sounds } from './search-tokens';

export const LIKENESS_CODES = ['same-name', 'sounds-alike', 'same-phone', 'birth-overlaps'] as const;

/** Why two files may be about one child. */
export interface Likeness {
  readonly code: (typeof LIKENESS_CODES)[number];
  readonly text: Words;
}

/** What is alike, in words. */
export const LIKENESS_WORDS: Readonly<Record<Likeness['code'], Words>> = {
  'same-name': { fr: 'même nom', en: 'same name' },
  'sounds-alike': { fr: 'nom qui sonne pareil', en: 'name that sounds alike' },
  'same-phone': { fr: 'même téléphone', en: 'same phone' },
  'birth-overlaps': { fr: 'naissance compatible', en: 'birth date compatible' },
};

/** First and last day that an EDTF date allows, as text that sorts; an estimated date allows two years on either side. */
function birthBounds(birth: string): readonly [string, string] {
  const isEstimated = birth.endsWith('~');
  const date = isEstimated ? birth.slice(0, -1) : birth;
  const year = Number(date.slice(0, 4));
  if (isEstimated) return [`${String(year - 2)}-01-01`, `${String(year + 2)}-12-31`];
  return [`${date}${'-01-01'.slice(date.length - 4)}`, `${date}${'-12-31'.slice(date.length - 4)}`];
}

function birthsOverlap(one: string, other: string): boolean {
  const [firstA, lastA] = birthBounds(one);
  const [firstB, lastB] = birthBounds(other);
  return firstA <= lastB && firstB <= lastA;
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const each of one) if (other.has(each)) return true;
  return false;
}

const formsOf = (child: Child): ReadonlySet<string> => new Set(namesOf(child).flatMap(nameForms));
const soundsOf = (forms: ReadonlySet<string>): ReadonlySet<string> => new Set([...forms].flatMap(sounds));
const phonesOf = (child: Child): ReadonlySet<string> =>
  new Set((child.phones ?? []).map(phoneDigits).filter((digits) => digits !== undefined));

/**
 * Gives why two files may be about one child, strongest first; empty when nothing suggests it. Births that exclude each
 * other remove a mere likeness of sound, never a shared name or phone: a birth date is often wrong or made up.
 */
export function compareChildren(one: Child, other: Child): readonly Likeness[] {
  const codes: Likeness['code'][] = [];
  const births = one.birth !== undefined && other.birth !== undefined;
  const isCompatible = births && birthsOverlap(one.birth, other.birth);
  const [forms, otherForms] = [formsOf(one), formsOf(other)];

  if (shares(phonesOf(one), phonesOf(other))) codes.push('same-phone');
  if (shares(forms, otherForms)) codes.push('same-name');
  else if (shares(soundsOf(forms), soundsOf(otherForms)) && (isCompatible || !births))
    codes.push('sounds-alike');
  if (codes.length > 0 && isCompatible) codes.push('birth-overlaps');
  return codes.map((code) => ({ code, text: LIKENESS_WORDS[code] }));
}
