import type { FieldView, StepInput, StepPage } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { readTypedDate } from '@repere/ui/date';
import { formatDecision } from './acts/decision-words';
import { readField } from './fields/read-field';
import type { TypedField } from './fields/typed-field';
import { isOfRow, typedField, type TypedParticipant, type TypedStep, type TypedWhen } from './typed-step';

/** Whether each field matters, as the server last said. */
export type Relevance = Readonly<Record<string, boolean | null>>;

/**
 * Whether a field is asked now: all but those that certainly don't matter, and those of which an answer that is still
 * open on the same form decides.
 */
export function isAsked(
  field: FieldView,
  relevance: Relevance,
  { fields }: Pick<StepPage, 'fields'>,
  typed: TypedStep,
): boolean {
  const matters = field.id in relevance ? relevance[field.id] : field.relevant;
  if (matters !== null) return matters !== false;
  return !fields.some(
    (other) => field.decidedBy?.includes(other.id) && isUnanswered(other, typedField(typed, other.id)),
  );
}

const isUnanswered = (field: FieldView, typed: TypedField): boolean => {
  const reading = readField(field, typed);
  return typed.isOpen && reading.ok && reading.value === null;
};

/**
 * What the form sends: answers of the fields that are asked, nothing for what was left empty or can't be read. A known
 * value that stays as it is goes along only where the step needs it told anew.
 */
export function toStepInput(page: StepPage, typed: TypedStep, relevance: Relevance): StepInput {
  const answers = page.fields
    .filter((field) => isAsked(field, relevance, page, typed) && isSent(field, typed))
    .flatMap((field) => {
      const reading = readField(field, typedField(typed, field.id));
      return reading.ok && reading.value !== null ? [[field, reading.value] as const] : [];
    });
  const row = rowOf(page, typed, answers);
  const when = occurredAt(typed);
  const by = typed.who.flatMap((person) => participant(person) ?? []);
  const evidence = evidenceOf(typed);
  const { decides } = page.asks;
  return {
    values: valuesOf(answers.filter(([field]) => !isOfRow(field))),
    ...(row && { row }),
    ...(typed.closes && page.asks.closes && { closes: true }),
    ...(when && { occurredAt: when }),
    ...(by.length && { by }),
    ...formatDecision(page.asks, decides ? typedField(typed, decides) : null, typed),
    ...(Object.keys(evidence).length && { evidence }),
    ...(typed.note.trim() && { note: typed.note.trim() }),
    ...(typed.outOfOrder.trim() && { outOfOrder: typed.outOfOrder.trim() }),
  };
}

/** An instant on the territory's clock, or an EDTF date when less is known; nothing for *now*. */
export function occurredAt(typed: TypedWhen): string | null {
  if (typed.happened === 'now') return null;
  const day = readTypedDate(typed.day);
  if (!day.ok || !day.edtf) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(day.edtf) && /^\d{2}:\d{2}$/.test(typed.time)
    ? `${day.edtf}T${typed.time}`
    : day.edtf;
}

function isSent(field: FieldView, typed: TypedStep): boolean {
  return typedField(typed, field.id).isOpen || (field.required && field.changes === 'over-time');
}

type Answers = readonly (readonly [FieldView, FactValue])[];

function valuesOf(answers: Answers): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(answers.map(([field, value]) => [field.id.split('.').at(-1), value]));
}

function rowOf(page: StepPage, typed: TypedStep, answers: Answers): StepInput['row'] {
  const values = valuesOf(answers.filter(([field]) => isOfRow(field)));
  if (typed.rowId === null || (!page.asks.adds && !page.asks.about)) return undefined;
  // *No other* may be said without adding one.
  if (typed.closes && Object.keys(values).length === 0) return undefined;
  return { id: typed.rowId, values };
}

function participant({ role, name, language, tie }: TypedParticipant) {
  if (!role) return null;
  const isInterpreter = role === 'INT';
  return {
    role,
    ...(name.trim() && { name: name.trim() }),
    ...(isInterpreter && language.trim() && { language: language.trim() }),
    ...(isInterpreter && tie && { tie }),
  };
}

function evidenceOf(typed: TypedStep): NonNullable<StepInput['evidence']> {
  return Object.fromEntries(
    Object.entries(typed.evidence).flatMap(([code, { reference, place }]) =>
      reference.trim()
        ? [[code, { reference: reference.trim(), ...(place.trim() && { place: place.trim() }) }]]
        : [],
    ),
  );
}
