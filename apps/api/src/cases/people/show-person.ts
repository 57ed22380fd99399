import type { Person, PersonInput, Words } from '@repere/cases';
import type { FieldClass } from '@repere/protocol-engine';
import type { LoadedCase } from '../loaded-case';
import { HIDDEN } from '../page/cut-explanation';
import { unlessWithheld } from '../withheld';
import type { KnownPerson } from './people.repository';

/** A person as this reader may see them, with whether they may be contacted now. */
export function showPerson(
  file: LoadedCase,
  { id, name, relation, familyRole, contact, note }: KnownPerson,
  withheld: ReadonlySet<FieldClass>,
): Person {
  // Whether they may be contacted tells what they are to the child.
  const whyNot = withheld.has('situation') ? HIDDEN_WHY : whyNotContacted(file, { relation, familyRole });
  return {
    id,
    name: unlessWithheld(withheld, ['identity'], name),
    relation: unlessWithheld(withheld, ['situation'], relation),
    ...(familyRole !== undefined && { familyRole: unlessWithheld(withheld, ['situation'], familyRole) }),
    ...(contact !== undefined && { contact: unlessWithheld(withheld, ['contact'], contact) }),
    ...(note !== undefined && { note: unlessWithheld(withheld, NOTE_TELLS, note) }),
    mayBeContacted: whyNot === null,
    ...(whyNot && { whyNot }),
  };
}

/** Who they are, where they live, what happened. */
const NOTE_TELLS: readonly FieldClass[] = ['identity', 'places', 'narrative'];

const HIDDEN_WHY: Words = { fr: `Cela ${HIDDEN.fr}.`, en: `This ${HIDDEN.en}.` };

const FAMILY: readonly PersonInput['relation'][] = [
  'parent',
  'sibling',
  'relative',
  'guardian',
  'partner',
  'friend',
];

/** G07: nobody of the family or near it is contacted before the family-involvement check, and then only who protects. `null`: may be. */
export function whyNotContacted(
  file: LoadedCase,
  { relation, familyRole }: Pick<PersonInput, 'relation' | 'familyRole'>,
): Words | null {
  if (relation === 'professional') return null;
  if (relation === 'exploiter' || familyRole === 'implicated')
    return {
      fr: 'Cette personne est impliquée : ne la contactez pas.',
      en: 'This person is implicated: do not contact them.',
    };
  if (!FAMILY.includes(relation))
    return {
      fr: 'On ne sait pas si cette personne protège l’enfant.',
      en: 'Nobody knows whether this person protects the child.',
    };
  const involved = familyInvolvement(file);
  if (involved === undefined)
    return {
      fr: 'Le rôle de la famille n’est pas encore vérifié à deux.',
      en: 'The part of the family has not been checked by two people yet.',
    };
  if (involved === 'yes')
    return {
      fr: 'La famille est impliquée : personne n’est contacté.',
      en: 'The family is involved: nobody is contacted.',
    };
  if (familyRole !== 'protective')
    return {
      fr: 'Seul un adulte qui protège l’enfant peut être contacté.',
      en: 'Only an adult who protects the child may be contacted.',
    };
  return null;
}

/** What was decided and is in effect with the second person's agreement; `undefined` while it waits or is unknown. */
function familyInvolvement({ view }: LoadedCase): string | undefined {
  const fact = view.facts.find((it) => it.fact === 'family_involved' && it.runId === null);
  if (typeof fact?.value !== 'string') return undefined;
  const waits = view.runs.some((run) => run.steps.some((step) => step.toApprove === fact.entryId));
  return waits && fact.value !== 'yes' ? undefined : fact.value;
}
