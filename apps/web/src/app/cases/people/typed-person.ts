import type { Person, PersonInput } from '@repere/contract';
import { PERSON_ANSWERS, PERSON_RELATIONS, PERSON_ROLES, type Shown, isRedacted } from '@repere/cases';
import { shownName } from '../shown-name';

/** A person as the form has them. */
export interface TypedPerson {
  readonly name: string;
  readonly relation: string | null;
  readonly familyRole: string | null;
  readonly livesWithChild: string | null;
  readonly mayContact: string | null;
  readonly contact: string;
  readonly note: string;
}
export const NEW_PERSON: TypedPerson = {
  name: '',
  relation: null,
  familyRole: null,
  livesWithChild: null,
  mayContact: null,
  contact: '',
  note: '',
};

export function typePerson(person: Person): TypedPerson {
  const { name, relation, familyRole, livesWithChild, mayContact, contact, note } = person;
  return {
    name: shownName(name, ''),
    relation: seen(relation),
    familyRole: seen(familyRole),
    livesWithChild: seen(livesWithChild),
    mayContact: seen(mayContact),
    contact: shownName(contact ?? '', ''),
    note: shownName(note ?? '', ''),
  };
}

const seen = (code: Shown<string> | undefined): string | null =>
  code === undefined || isRedacted(code) ? null : code;

/** What is sent, or `null` while a name or the relation is missing. */
export function toPersonInput(typed: TypedPerson): PersonInput | null {
  const name = typed.name.trim();
  const relation = PERSON_RELATIONS.find((code) => code === typed.relation);
  const familyRole = PERSON_ROLES.find((code) => code === typed.familyRole);
  const livesWithChild = PERSON_ANSWERS.find((code) => code === typed.livesWithChild);
  const mayContact = PERSON_ANSWERS.find((code) => code === typed.mayContact);
  const [contact, note] = [typed.contact.trim(), typed.note.trim()];
  if (!name || !relation) return null;
  return {
    name,
    relation,
    ...(familyRole && { familyRole }),
    ...(livesWithChild && { livesWithChild }),
    ...(mayContact && { mayContact }),
    ...(contact && { contact }),
    ...(note && { note }),
  };
}
