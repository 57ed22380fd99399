import { type FeelType, type Text, text, type Value } from '@repere/feel';
import type { FactDefinition } from '../documents/document';
import type { AnswerWithNote, FactValue } from './fact-values';
import { type FactType, type GivenWhen, type ValueProblem } from './fact-type';
import { FACT_TYPES } from './index';
import { checkAnswer, nonAnswerIn } from './no-value';
import { ANSWER_WORDS } from '../wording/answer-words';

/** The kind of answer that a fact takes. */
export function typeOf({ type }: FactDefinition): FactType {
  return FACT_TYPES[type];
}

/** How to read a recorded value of this fact in conditions. Checklists and lists are kept by item and row instead. */
export function converterFor(definition: FactDefinition): (raw: FactValue) => Value {
  return typeOf(definition).convert;
}

/** The codes that a choice or yes-no may take, in the protocol's order. */
export function codesOf(definition: FactDefinition): readonly string[] {
  return typeOf(definition).codes(definition);
}

/** Whether each item of it is answered by itself, and kept so. */
export const isSaidByItem = (definition: FactDefinition): boolean => typeOf(definition).noValue === 'by-item';

/** Whether it is told row by row, in fields of their own. */
export const hasRows = (definition: FactDefinition): boolean => typeOf(definition).classes.by === 'rows';

/** The facts that tell a day from which periods and moments may count. */
export const momentsIn = (facts: Readonly<Record<string, FactDefinition>>): readonly string[] =>
  Object.values(facts).flatMap((fact) => (typeOf(fact).isMoment ? [fact.id] : []));

/** Whether *yes* and *no*, in the words of the language, are all that it may say. */
export const isYesOrNo = ({ type }: FactDefinition): boolean => type === 'yes-no';

/** Codes that an answer may be, or that of one of its items. */
export const codesTold = (definition: FactDefinition): readonly string[] =>
  isSaidByItem(definition) ? FACT_TYPES['yes-no'].codes() : codesOf(definition);

/** The type by which the checker and FEEL know a fact. `row` gives the types of a list's fields and derived values. */
export function feelTypeOf(
  definition: FactDefinition,
  row: Readonly<Record<string, FeelType>> = {},
): FeelType {
  return typeOf(definition).feelType(definition, row);
}

/** The problem with this value for this fact, or `null`. Any fact may be answered with what stands for no value. */
export function checkValue(definition: FactDefinition, raw: unknown, when: GivenWhen): ValueProblem | null {
  const type = typeOf(definition);
  if (typeof raw === 'object' && raw !== null && 'answer' in raw && type.noValue !== 'by-item') {
    return checkAnswer(raw as AnswerWithNote, type.noValue === 'in-place');
  }
  return type.check(definition, raw, when);
}

/** `titre : valeur`, in the words of the protocol. */
export function formatAnswer(definition: FactDefinition, value: FactValue): Text {
  const { title } = definition;
  const none = nonAnswerIn(value);
  const said = none ? ANSWER_WORDS[none] : typeOf(definition).formatValue(definition, value);
  return text(`${title.fr} : ${said.fr}`, `${title.en}: ${said.en}`);
}
