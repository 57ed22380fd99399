import type { Person } from '@repere/contract';
import { PERSON_RELATION_WORDS, PERSON_ROLE_WORDS, type Shown, isRedacted } from '@repere/cases';
import { type Language, capitalised } from '@repere/ui';

/** What a person is to the child: `parent · protège l’enfant`; or that this is redacted. */
export function formatPerson(person: Person, { t, localize }: Pick<Language, 't' | 'localize'>): string {
  const { relation, familyRole, livesWithChild, mayContact } = person;
  if (isRedacted(relation)) return formatRedacted('relation-label', t);
  const role =
    familyRole && !isRedacted(familyRole) ? capitalised(localize(PERSON_ROLE_WORDS[familyRole])) : '';
  return [
    capitalised(localize(PERSON_RELATION_WORDS[relation])),
    role,
    livesWithChild === 'yes' && t('case.people.lives-here'),
    mayContact === 'no' && t('case.people.not-to-be-contacted'),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was recorded of a person; what is redacted says so, by its name. */
export const formatOfThem = (what: 'contact' | 'note', recorded: Shown<string>, t: Language['t']): string =>
  isRedacted(recorded) ? formatRedacted(what, t) : recorded;

/** Whether they may be contacted now, and why not (G07). */
export function formatMayBeContacted(
  { mayBeContacted, whyNot }: Person,
  { t, localize }: Pick<Language, 't' | 'localize'>,
): string {
  if (mayBeContacted) return t('case.people.may');
  return whyNot ? t('case.people.may-not-why', { why: localize(whyNot) }) : t('case.people.may-not');
}

const formatRedacted = (what: 'relation-label' | 'contact' | 'note', t: Language['t']): string =>
  t('case.people.redacted', { what: t(`case.people.${what}`) });
