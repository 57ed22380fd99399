import { GENDER_WORDS, PERSON_RELATION_WORDS, PERSON_ROLE_WORDS, type Words } from '@repere/cases';
import { formatDate, type Language } from '@repere/feel';
import type { ChildDto } from '../opening/child.dto';
import type { PersonInputDto } from '../people/person.dto';

/** What leaves is read by who it is about: words, where the case has codes. */

export const formatGender = (code: ChildDto['gender']): Words | undefined => code && GENDER_WORDS[code];
export const formatRelation = (code: PersonInputDto['relation']): Words => PERSON_RELATION_WORDS[code];
export const formatFamilyRole = (code: PersonInputDto['familyRole']): Words | undefined =>
  code && PERSON_ROLE_WORDS[code];

/** A day, month or year, as far as it is known. */
export const formatDay = (edtf: string | undefined): Words | undefined =>
  edtf === undefined ? undefined : inBoth((language) => formatDate(edtf, language));

export const formatLanguages = (codes: readonly string[] | undefined): Words | undefined =>
  codes && inBoth((language) => codes.map((code) => named('language', code, language)).join(', '));

/** A country's code; words of somebody's own stay as they are. */
export const formatNationality = (written: string | undefined): Words | undefined =>
  written === undefined
    ? undefined
    : inBoth((language) => (/^[A-Z]{2}$/.test(written) ? named('region', written, language) : written));

/** Parts of a line, those that there are. */
export const sideBySide = (...parts: readonly (Words | string | undefined)[]): Words =>
  inBoth((language) =>
    parts
      .map((part) => (typeof part === 'object' ? part[language] : part))
      .filter(Boolean)
      .join(' · '),
  );

const inBoth = (say: (language: Language) => string): Words => ({ fr: say('fr'), en: say('en') });

const names = new Map<string, Intl.DisplayNames>();

function named(type: 'language' | 'region', code: string, language: Language): string {
  const key = `${type} ${language}`;
  const known = names.get(key) ?? new Intl.DisplayNames(language, { type });
  names.set(key, known);
  try {
    return known.of(code) ?? code;
  } catch {
    // No code at all.
    return code;
  }
}
