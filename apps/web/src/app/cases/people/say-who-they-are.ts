import { isWithheld, type Person, type Shown } from '@repere/cases';
import type { Language } from '@repere/ui';

/** What a person is to the child: `parent · protège l’enfant`; or that this is withheld. */
export function sayWhoTheyAre({ relation, familyRole }: Person, t: Language['t']): string {
  if (isWithheld(relation)) return sayWithheld('relation-label', t);
  const role = familyRole && !isWithheld(familyRole) ? t(`case.people.family-role.${familyRole}`) : '';
  return [t(`case.people.relation.${relation}`), role].filter(Boolean).join(' · ');
}

/** What was recorded of a person; what is withheld says so, by its name. */
export const sayOfThem = (what: 'contact' | 'note', recorded: Shown<string>, t: Language['t']): string =>
  isWithheld(recorded) ? sayWithheld(what, t) : recorded;

const sayWithheld = (what: 'relation-label' | 'contact' | 'note', t: Language['t']): string =>
  t('case.people.withheld', { what: t(`case.people.${what}`) });
