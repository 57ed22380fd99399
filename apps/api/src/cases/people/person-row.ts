import { PERSON_RELATIONS, PERSON_ROLES } from '@repere/cases';
import type { FactValue, FactValues } from '@repere/protocol';
import type { PersonInputDto } from './person.dto';

/** The list of facts.yaml whose rows are the people around the child. */
export const ADULTS = 'adults';

export interface KnownPerson extends PersonInputDto {
  readonly id: string;
}

/** What the row says of a person; what was left out is not touched. Whoever exploits is implicated, whatever was ticked. */
export function rowOfPerson(person: PersonInputDto): FactValues {
  const { name, relation, familyRole, livesWithChild, mayContact, contact, note } = person;
  return {
    who: name,
    link: relation,
    role: relation === 'exploiter' ? 'implicated' : answered(familyRole ?? 'not-asked'),
    ...(livesWithChild && { lives_with_child: answered(livesWithChild) }),
    ...(mayContact && { may_contact: answered(mayContact) }),
    ...(contact !== undefined && { reach: contact }),
    ...(note !== undefined && { adult_note: note }),
  };
}

/** A code, or the answer that there is none. */
const answered = (code: string): FactValue =>
  code === 'unknown' || code === 'not-asked' ? { answer: code } : code;

/** The person of a row, however it was written: in the step of P4.3 a name may be missing, and a link not known. */
export function personOfRow(id: string, values: FactValues): KnownPerson {
  const contact = wordsOf(values['reach']);
  const note = wordsOf(values['adult_note']);
  const familyRole = roleOf(values['role']);
  const livesWithChild = answerOf(values['lives_with_child']);
  const mayContact = answerOf(values['may_contact']);
  return {
    id,
    name: wordsOf(values['who']) ?? '',
    relation: PERSON_RELATIONS.find((code) => code === values['link']) ?? 'other',
    ...(familyRole && { familyRole }),
    ...(livesWithChild && { livesWithChild }),
    ...(mayContact && { mayContact }),
    ...(contact && { contact }),
    ...(note && { note }),
  };
}

/** *Not asked* is no answer; *unknown*, *refused* and any answer with a note beside say that it isn't known. */
function roleOf(value: FactValue | undefined): PersonInputDto['familyRole'] {
  if (value === undefined || codeOf(value) === 'not-asked') return undefined;
  return PERSON_ROLES.find((code) => code === value) ?? 'unknown';
}

function answerOf(value: FactValue | undefined): 'yes' | 'no' | 'unknown' | undefined {
  const code = codeOf(value);
  if (value === undefined || code === 'not-asked') return undefined;
  return code === 'yes' || code === 'no' ? code : 'unknown';
}

/** Texts; an answer that says that there is none is an object. */
const wordsOf = (value: FactValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function codeOf(value: FactValue | undefined): unknown {
  return typeof value === 'object' && value !== null && 'answer' in value ? value.answer : value;
}
