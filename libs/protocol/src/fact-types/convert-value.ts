import {
  asWritten,
  type FeelType,
  NON_ANSWERS,
  type NonAnswer,
  spanForConditions,
  type Value,
} from '@repere/feel';
import type { FactDefinition } from '../documents/document';
import type { AnswerWithNote, FactValue } from './fact-value';

/** What was answered instead of a value: `unknown`, `not-asked`, `refused`; `null` when there is a value. */
export function nonAnswerIn(raw: FactValue): NonAnswer | null {
  // Before it is checked, a value may be anything that JSON can hold.
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { answer } = raw as AnswerWithNote;
  return NON_ANSWERS.find((it) => it === answer) ?? null;
}

/** The yes or no of an answer that came with a note. */
function yesOrNoIn(raw: FactValue): Value {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { answer } = raw as AnswerWithNote;
  return answer === 'yes' || answer === 'no' ? answer : null;
}

/** The answer to one item of a checklist, without its note. */
export function answerToItem(raw: string | AnswerWithNote): 'yes' | 'no' | NonAnswer {
  return (typeof raw === 'object' ? raw.answer : raw) as 'yes' | 'no' | NonAnswer;
}

/** How to read a recorded value of this fact in conditions. Checklists and lists are kept by item and row instead. */
export function converterFor(definition: FactDefinition): (raw: FactValue) => Value {
  switch (definition.type) {
    case 'date':
      return (raw) => (typeof raw === 'string' ? spanForConditions(raw) : null);
    case 'number':
    case 'months':
      return (raw) => (typeof raw === 'number' ? asWritten(raw) : null);
    case 'yes-no':
      return (raw) => (typeof raw === 'string' ? raw : yesOrNoIn(raw));
    case 'choice':
      return (raw) => (typeof raw === 'string' || Array.isArray(raw) ? (raw as Value) : null);
    case 'duration':
    case 'text':
      return (raw) => (typeof raw === 'string' ? raw : null);
    case 'checklist':
    case 'list':
      return () => null;
  }
}

/** The codes that a choice or yes-no may take, in the protocol's order. */
export function codesOf(definition: FactDefinition): readonly string[] {
  if (definition.type === 'yes-no') return ['yes', 'no'];
  return definition.values?.map((it) => it.code) ?? definition.ranked ?? [];
}

/** The type by which the checker and FEEL know a fact. `row` gives the types of a list's fields and derived values. */
export function feelTypeOf(
  definition: FactDefinition,
  row: Readonly<Record<string, FeelType>> = {},
): FeelType {
  switch (definition.type) {
    case 'choice':
      return { kind: definition.multiple ? 'choices' : 'choice', values: codesOf(definition) };
    case 'yes-no':
      return { kind: 'choice', values: codesOf(definition) };
    case 'number':
      return { kind: 'number' };
    case 'months':
      return { kind: 'number', unit: 'months' };
    case 'date':
    case 'duration':
    case 'text':
      return { kind: definition.type };
    case 'checklist':
      return { kind: 'checklist', items: definition.items?.map((it) => it.id) ?? [] };
    case 'list':
      return { kind: 'list', row, orderedBy: definition.orderedBy };
  }
}
