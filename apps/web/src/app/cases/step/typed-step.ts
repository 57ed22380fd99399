import type { FieldView, StepInput, StepPage } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import type { FactValue } from '@repere/protocol';
import { NO_DATE, type TypedDate } from '@repere/ui/date';
import { FIELD_KINDS } from './fields/field-kinds';
import { isAnswer, NOTHING_TYPED, type TypedField } from './fields/typed-field';
import { typeValue } from './fields/read-field';

type Tie = NonNullable<NonNullable<StepInput['by']>[number]['tie']>;

/** Somebody who took part, as typed. */
export interface TypedParticipant {
  readonly role: string | null;
  readonly name: string;
  readonly language: string;
  readonly tie: Tie | null;
}
export const NOBODY: TypedParticipant = { role: null, name: '', language: '', tie: null };

/** When something happened, as typed. */
export interface TypedWhen {
  readonly happened: 'now' | 'earlier';
  readonly day: TypedDate;
  readonly time: string;
}
export const JUST_NOW: TypedWhen = { happened: 'now', day: NO_DATE, time: '' };

/** A step's form as it is being filled in: all of it, so that a draft of it loses nothing. */
export interface TypedStep extends TypedWhen {
  readonly fields: Readonly<Record<string, TypedField>>;
  /** The row that is added, or the one chosen. */
  readonly rowId: string | null;
  /** *There is no other.* */
  readonly closes: boolean;
  /** Empty: the one who enters it did it. */
  readonly who: readonly TypedParticipant[];
  readonly reasons: readonly string[];
  readonly bestInterests: string;
  readonly childView: { readonly kind: 'said' | 'whyNot' | null; readonly text: string };
  readonly evidence: Readonly<Record<string, { readonly reference: string; readonly place: string }>>;
  readonly note: string;
  readonly outOfOrder: string;
}

export const EMPTY_STEP: TypedStep = {
  fields: {},
  rowId: null,
  closes: false,
  ...JUST_NOW,
  who: [],
  reasons: [],
  bestInterests: '',
  childView: { kind: null, text: '' },
  evidence: {},
  note: '',
  outOfOrder: '',
};

/**
 * The form as it is first seen: what is known is filled in and closed, all else is open and empty. An act that can't be the
 * reader's own begins with somebody to name.
 */
export function firstTyped(page: StepPage, newRowId: string, mayBeOwn = true): TypedStep {
  const { participants } = page.asks;
  const [only = null] = participants.length === 1 ? participants : [];
  return {
    ...EMPTY_STEP,
    fields: Object.fromEntries(page.fields.map((field) => [field.id, firstField(page, field)])),
    rowId: page.asks.adds ? newRowId : null,
    who: mayBeOwn ? [] : [{ ...NOBODY, role: only }],
  };
}

function firstField(page: StepPage, field: FieldView): TypedField {
  const known = knownValue(field);
  // A decision is taken anew each time; a row's fields are that row's own.
  if (known === null || field.id === page.asks.decides || isOfRow(field)) return NOTHING_TYPED;
  // Nobody knew, asked or answered: that is asked again, with the last answer in place.
  const isSettled = !isAnswer(known) || known.answer === 'yes' || known.answer === 'no';
  return { ...typeValue(field, known), isOpen: !isSettled || !FIELD_KINDS[field.type].mayKeep };
}

/** The value that is known and may be shown, or `null`. */
export function knownValue(field: FieldView): FactValue | null {
  return field.current === undefined || isRedacted(field.current) ? null : field.current;
}

/** `exams.result` is a field of a row. */
export const isOfRow = (field: { readonly id: string }): boolean => field.id.includes('.');

/** What differs in what is typed now. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const keys = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]]),
  ) as Partial<T>;
}

/** What is typed in a field; nothing yet if the protocol gained it after the draft. */
export function typedField(typed: TypedStep, id: string): TypedField {
  return typed.fields[id] ?? NOTHING_TYPED;
}
