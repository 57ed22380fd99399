import type { PersonRelation, Words } from '@repere/cases';
import type { FieldClass } from '@repere/protocol';
import type { LoadedCase } from '../reading/loaded-case';
import { HIDDEN } from '../page/redaction/redact-explanation';
import { unlessRedacted } from '../disclosure/redacted-classes';
import { peopleAround } from './people-around-child';
import type { KnownPerson } from './person-row';
import type { PersonDto, PersonInputDto } from './person.dto';

/** A person as this reader may see them, with whether they may be contacted now. */
export function showPerson(
  file: LoadedCase,
  person: KnownPerson,
  redacted: ReadonlySet<FieldClass>,
): PersonDto {
  const { id, name, relation, familyRole, livesWithChild, mayContact, contact, note } = person;
  // Whether they may be contacted tells what they are to the child.
  const whyNot = redacted.has('situation') ? HIDDEN_WHY : whyNotContacted(file, person);
  const situation = <T>(said: T) => unlessRedacted(redacted, ['situation'], said);
  return {
    id,
    name: unlessRedacted(redacted, ['people'], name),
    relation: situation(relation),
    ...(familyRole !== undefined && { familyRole: situation(familyRole) }),
    ...(livesWithChild !== undefined && { livesWithChild: situation(livesWithChild) }),
    ...(mayContact !== undefined && { mayContact: situation(mayContact) }),
    ...(contact !== undefined && { contact: unlessRedacted(redacted, ['people', 'contact'], contact) }),
    ...(note !== undefined && { note: unlessRedacted(redacted, NOTE_TELLS, note) }),
    mayBeContacted: whyNot === null,
    ...(whyNot && { whyNot }),
  };
}

/** Who they are, where they live and how they are reached, what happened. */
const NOTE_TELLS: readonly FieldClass[] = ['people', 'contact', 'places', 'narrative'];

const HIDDEN_WHY: Words = { fr: `Cela ${HIDDEN.fr}.`, en: `This ${HIDDEN.en}.` };

/** Whether a relation belongs to the family, in the sense of "may the family be told?". */
const IS_FAMILY: Readonly<Record<PersonRelation, boolean>> = {
  mother: true,
  father: true,
  parent: true,
  step_parent: true,
  guardian: true,
  sibling: true,
  relative: true,
  friend: false,
  neighbour: false,
  partner: false,
  exploiter: false,
  professional: false,
  other: false,
};

const NOT_IMPLICATED: readonly PersonInputDto['familyRole'][] = ['protective', 'overwhelmed', 'unaware'];

const WHY_NOT = {
  implicated: {
    fr: 'Cette personne est impliquée : ne la contactez pas.',
    en: 'This person is implicated: do not contact them.',
  },
  noted: {
    fr: 'Il est noté de ne pas la contacter.',
    en: 'It is noted that they are not to be contacted.',
  },
  unchecked: {
    fr: 'Le rôle de la famille n’est pas encore vérifié à deux.',
    en: 'The family’s role has not been checked by two people yet.',
  },
  nobody: {
    fr: 'La famille ne peut pas être prévenue : personne n’est contacté.',
    en: 'The family may not be told: nobody is contacted.',
  },
  changed: {
    fr: 'La liste a changé depuis la décision : décidez de nouveau si la famille peut être prévenue.',
    en: 'The list has changed since the decision: decide anew whether the family may be told.',
  },
  protectiveOnly: {
    fr: 'Seul un adulte qui protège l’enfant peut être contacté.',
    en: 'Only an adult who protects the child may be contacted.',
  },
  unknown: {
    fr: 'On ne sait pas si cette personne est impliquée.',
    en: 'Nobody knows whether this person is implicated.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/**
 * G07, as the step that tells the family reads it: nobody before two people decided, then whom that decision names, and
 * never whoever is implicated or not known not to be. `null`: may be contacted.
 */
export function whyNotContacted(
  file: LoadedCase,
  { relation, familyRole, mayContact }: Pick<PersonInputDto, 'relation' | 'familyRole' | 'mayContact'>,
): Words | null {
  if (relation === 'exploiter' || familyRole === 'implicated') return WHY_NOT.implicated;
  if (mayContact === 'no') return WHY_NOT.noted;
  if (relation === 'professional') return null;
  const involved = familyInvolvement(file);
  if (involved === undefined) return WHY_NOT.unchecked;
  if (involved === 'yes') return WHY_NOT.nobody;
  if (involved === 'no' && isContradicted(file)) return WHY_NOT.changed;
  if (familyRole === 'protective') return null;
  if (involved === 'some' || !IS_FAMILY[relation]) return WHY_NOT.protectiveOnly;
  return NOT_IMPLICATED.includes(familyRole) ? null : WHY_NOT.unknown;
}

/** Whether somebody was noted since who keeps the family from being told: the same condition as P4.3. */
function isContradicted(file: LoadedCase): boolean {
  return (
    file.findKnown('people-around')?.isClosed !== true ||
    peopleAround(file).some(
      ({ relation, familyRole }) =>
        relation !== 'exploiter' && relation !== 'professional' && !NOT_IMPLICATED.includes(familyRole),
    )
  );
}

/** What was decided and is in effect with the second person's agreement; `undefined` while it waits or is unknown. */
function familyInvolvement(file: LoadedCase): string | undefined {
  const fact = file.findKnown('family-told');
  if (typeof fact?.value !== 'string') return undefined;
  const waits = file.view.runs.some((run) => run.steps.some((step) => step.toApprove === fact.entryId));
  return waits && fact.value !== 'yes' ? undefined : fact.value;
}
