import { NON_ANSWERS, type Occurrence, parseOccurrence } from '@repere/feel';
import {
  type ExampleSet,
  type ExampleTime,
  type ExampleValue,
  type FactValue,
  type FactValues,
  isSaidByItem,
  typeOf,
} from '@repere/protocol';
import type { CompiledFact } from '../compile/protocol-set';

/** A value as a story writes it, as the journal keeps it. What fits no type is handed on, for `decide` to refuse. */
export function factValue(fact: CompiledFact, told: ExampleValue): FactValue {
  if (told === null) return { answer: 'unknown' };
  if (isSaidByItem(fact.definition)) return checklistValue(fact, told);
  if (typeof told === 'boolean') return told ? 'yes' : 'no';
  const nonAnswer = NON_ANSWERS.find((it) => it === told);
  if (nonAnswer && !typeOf(fact.definition).isOwnWords && !fact.codes.includes(nonAnswer))
    return { answer: nonAnswer };
  // YAML reads a bare year or a code like 119 as a number.
  if (typeof told === 'number' && fact.type.kind !== 'number') return String(told);
  if (Array.isArray(told)) return told.map(String);
  return told as FactValue;
}

/** Values of a story by fact. Facts that are not known stay as they are, for `decide` to refuse. */
export function factValues(set: ExampleSet, factOf: (id: string) => CompiledFact | undefined): FactValues {
  const values: Record<string, FactValue> = {};
  for (const [id, told] of Object.entries(set)) {
    const fact = factOf(id);
    values[id] = fact ? factValue(fact, told) : (told as FactValue);
  }
  return values;
}

/** `{all: no, debt: unknown}`: every item has an answer of its own in the journal. */
function checklistValue({ definition }: CompiledFact, told: ExampleValue): FactValue {
  if (typeof told === 'string') return { answer: told } as FactValue;
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return told as FactValue;
  const { all, ...named } = told as Readonly<Record<string, ExampleValue>>;
  if ('answer' in named) return told as FactValue;
  const answers: Record<string, FactValue> = {};
  if (all !== undefined) for (const { id } of definition.items ?? []) answers[id] = itemAnswer(all);
  for (const [item, answer] of Object.entries(named)) answers[item] = itemAnswer(answer);
  return answers as FactValue;
}

function itemAnswer(told: ExampleValue): FactValue {
  if (typeof told === 'boolean') return told ? 'yes' : 'no';
  if (NON_ANSWERS.some((it) => it === told)) return { answer: told } as FactValue;
  return told as FactValue;
}

/** When something of a story happened; a string says what is wrong with the time. */
export function scenarioTime(told: ExampleTime, zone: string): Occurrence | string {
  const text =
    typeof told === 'object'
      ? `${told.date}${told.estimated && !String(told.date).endsWith('~') ? '~' : ''}`
      : String(told);
  const parsed = parseOccurrence(text, zone);
  return parsed.ok ? parsed.value : `${text}: ${parsed.problem.text.en}`;
}
