import type { FactTypeName } from '../fact-types';
import type { FactDefinition, FactRole, SharedDocument } from './document';

/** A fact of the case, or a field of the rows of one, by what the product reads it as. */
export interface FactOfRole {
  /** Id of the fact; of a field, that of its list. */
  readonly fact: string;
  /** Id of the field, of a row. */
  readonly field?: string;
  readonly definition: FactDefinition;
}

/** What a fact must be to be read as this: its type, the codes of a choice, and whether it is a field of the people's list. */
export interface RoleShape {
  readonly type: FactTypeName;
  readonly codes?: readonly string[];
  readonly isField?: boolean;
}

const text: RoleShape = { type: 'text' };
const yesNo: RoleShape = { type: 'yes-no' };
const fieldOf = (shape: RoleShape): RoleShape => ({ ...shape, isField: true });

/** The words that the product has for the answers of a role are of these codes, whatever the fact is called. */
export const ROLE_SHAPES: Readonly<Record<FactRole, RoleShape>> = {
  birth: { type: 'date' },
  sex: { type: 'choice', codes: ['girl', 'boy', 'other'] },
  language: text,
  'first-seen': { type: 'date' },
  'danger-seen': yesNo,
  danger: { type: 'choice' },
  'victim-status': { type: 'choice' },
  'contact-is-safe': yesNo,
  'safe-contact': text,
  'contact-hours': text,
  'code-word': text,
  'may-be-left': { type: 'choice' },
  'read-by': text,
  'people-around': { type: 'list' },
  'family-told': { type: 'choice', codes: ['yes', 'some', 'no'] },
  'heard-before': { type: 'list' },
  'person-name': fieldOf(text),
  relation: fieldOf({
    type: 'choice',
    codes: [
      ...['mother', 'father', 'parent', 'step_parent', 'guardian', 'sibling', 'relative', 'friend'],
      ...['neighbour', 'partner', 'exploiter', 'professional', 'other'],
    ],
  }),
  'family-role': fieldOf({ type: 'choice', codes: ['protective', 'overwhelmed', 'unaware', 'implicated'] }),
  'lives-with': fieldOf(yesNo),
  'may-contact': fieldOf(yesNo),
  reach: fieldOf(text),
  'person-note': fieldOf(text),
};

const known = new WeakMap<SharedDocument, ReadonlyMap<FactRole, FactOfRole>>();

/** Facts of the case by what the product reads them as; what no fact is declared to be is not there. */
export function factsByRole(shared: SharedDocument): ReadonlyMap<FactRole, FactOfRole> {
  const before = known.get(shared);
  if (before) return before;
  const found = new Map<FactRole, FactOfRole>();
  for (const [fact, definition] of Object.entries(shared.facts)) {
    if (definition.role) found.set(definition.role, { fact, definition });
    for (const [field, inner] of Object.entries(definition.row ?? {}))
      if (inner.role) found.set(inner.role, { fact, field, definition: inner });
  }
  known.set(shared, found);
  return found;
}
