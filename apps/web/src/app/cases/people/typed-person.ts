import { isWithheld, type Person, type PersonInput } from '@repere/cases';
import { shownName } from '../shown-name';

export const RELATIONS = [
  'parent',
  'sibling',
  'relative',
  'friend',
  'partner',
  'exploiter',
  'professional',
  'guardian',
  'other',
] as const satisfies readonly PersonInput['relation'][];
export const FAMILY_ROLES = [
  'protective',
  'overwhelmed',
  'unaware',
  'implicated',
  'unknown',
] as const satisfies readonly NonNullable<PersonInput['familyRole']>[];

/** A person as the form has them. */
export interface TypedPerson {
  readonly name: string;
  readonly relation: string | null;
  readonly familyRole: string | null;
  readonly contact: string;
  readonly note: string;
}
export const NEW_PERSON: TypedPerson = { name: '', relation: null, familyRole: null, contact: '', note: '' };

export function typePerson({ name, relation, familyRole, contact, note }: Person): TypedPerson {
  return {
    name: shownName(name, ''),
    relation: isWithheld(relation) ? null : relation,
    familyRole: familyRole && !isWithheld(familyRole) ? familyRole : null,
    contact: shownName(contact ?? '', ''),
    note: shownName(note ?? '', ''),
  };
}

/** What is sent, or `null` while a name or the relation is missing. */
export function toPersonInput(typed: TypedPerson): PersonInput | null {
  const name = typed.name.trim();
  const relation = RELATIONS.find((code) => code === typed.relation);
  const familyRole = FAMILY_ROLES.find((code) => code === typed.familyRole);
  const [contact, note] = [typed.contact.trim(), typed.note.trim()];
  if (!name || !relation) return null;
  return {
    name,
    relation,
    ...(familyRole && { familyRole }),
    ...(contact && { contact }),
    ...(note && { note }),
  };
}
