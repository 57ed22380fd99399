import { PERSON_RELATIONS, PERSON_ROLES } from '@repere/cases';
import type { FactRole, FactValue, FactValues } from '@repere/protocol';
import type { LoadedCase } from '../reading/loaded-case';
import type { PersonInputDto } from './person.dto';

export interface KnownPerson extends PersonInputDto {
  readonly id: string;
}

/** What the row says of a person; what was left out is not touched. Whoever exploits is implicated, whatever was ticked. */
export function rowOfPerson(file: LoadedCase, person: PersonInputDto): FactValues {
  const { name, relation, familyRole, livesWithChild, mayContact, contact, note } = person;
  const said: readonly (readonly [PersonField, FactValue | undefined])[] = [
    ['person-name', name],
    ['relation', relation],
    ['family-role', relation === 'exploiter' ? 'implicated' : answered(familyRole ?? 'not-asked')],
    ['lives-with', livesWithChild && answered(livesWithChild)],
    ['may-contact', mayContact && answered(mayContact)],
    ['reach', contact],
    ['person-note', note],
  ];
  return Object.fromEntries(
    said.flatMap(([role, value]) => (value === undefined ? [] : [[getId(file, role), value] as const])),
  );
}

/** Id of the list whose rows are the people around the child. */
export const listOfPeople = (file: LoadedCase): string => getId(file, 'people-around');

type PersonField = Extract<
  FactRole,
  'person-name' | 'relation' | 'family-role' | 'lives-with' | 'may-contact' | 'reach' | 'person-note'
>;

/** What is said of a person is recorded or refused, never dropped: throws where no fact is declared to be read so. */
function getId(file: LoadedCase, role: FactRole): string {
  const id = file.idOf(role);
  if (id === undefined) throw new Error(`facts.yaml has no fact with role ${role}`);
  return id;
}

/** A code, or the answer that there is none. */
const answered = (code: string): FactValue =>
  code === 'unknown' || code === 'not-asked' ? { answer: code } : code;

/** The person of a row, however it was written: in the step of P4.3 a name may be missing, and a link not known. */
export function personOfRow(file: LoadedCase, id: string, values: FactValues): KnownPerson {
  const said = (role: PersonField): FactValue | undefined => values[getId(file, role)];
  const contact = wordsOf(said('reach'));
  const note = wordsOf(said('person-note'));
  const familyRole = roleOf(said('family-role'));
  const livesWithChild = answerOf(said('lives-with'));
  const mayContact = answerOf(said('may-contact'));
  return {
    id,
    name: wordsOf(said('person-name')) ?? '',
    relation: PERSON_RELATIONS.find((code) => code === said('relation')) ?? 'other',
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
