import type { Words } from '@repere/cases';
import { formatDate, type Language } from '@repere/feel';
import type { ChildDto } from '../opening/child.dto';
import type { PersonInputDto } from '../people/person.dto';

/** What leaves is read by who it is about: words, where the case has codes. */

const GENDERS: Readonly<Record<NonNullable<ChildDto['gender']>, Words>> = {
  girl: { fr: 'fille', en: 'girl' },
  boy: { fr: 'garçon', en: 'boy' },
  other: { fr: 'autre', en: 'other' },
  unknown: { fr: 'pas encore connu', en: 'not known yet' },
};

const RELATIONS: Readonly<Record<PersonInputDto['relation'], Words>> = {
  mother: { fr: 'mère', en: 'mother' },
  father: { fr: 'père', en: 'father' },
  parent: { fr: 'père ou mère', en: 'mother or father' },
  step_parent: { fr: 'beau-parent', en: 'step-parent' },
  sibling: { fr: 'frère ou sœur', en: 'sibling' },
  relative: { fr: 'autre membre de la famille', en: 'other relative' },
  friend: { fr: 'ami·e', en: 'friend' },
  neighbour: { fr: 'voisin·e', en: 'neighbour' },
  partner: { fr: 'partenaire', en: 'partner' },
  exploiter: { fr: 'exploiteur ou recruteur', en: 'exploiter or recruiter' },
  professional: { fr: 'professionnel', en: 'professional' },
  guardian: { fr: 'tuteur ou tutrice', en: 'guardian' },
  other: { fr: 'autre', en: 'other' },
};

const FAMILY_ROLES: Readonly<Record<NonNullable<PersonInputDto['familyRole']>, Words>> = {
  protective: { fr: 'protège l’enfant', en: 'protects the child' },
  overwhelmed: { fr: 'dépassé·e', en: 'overwhelmed' },
  unaware: { fr: 'ignore les faits', en: 'unaware of the facts' },
  implicated: { fr: 'impliqué·e', en: 'implicated' },
  unknown: { fr: 'pas encore connu', en: 'not known yet' },
};

export const formatGender = (code: ChildDto['gender']): Words | undefined => code && GENDERS[code];
export const formatRelation = (code: PersonInputDto['relation']): Words => RELATIONS[code];
export const formatFamilyRole = (code: PersonInputDto['familyRole']): Words | undefined =>
  code && FAMILY_ROLES[code];

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
