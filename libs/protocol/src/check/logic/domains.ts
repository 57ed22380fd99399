import type { ChecklistValue, FeelType, Value } from '@repere/feel';
import { numbersAround } from './compared-numbers';

/** What each thing that a condition reads is taken to be, by its name in the condition. */
export type Assignment = ReadonlyMap<string, Value>;

/** Every value that a thing can have as far as conditions tell them apart; of a number, those that it is compared with. */
export interface Domain {
  readonly values: readonly Value[];
  readonly numbers?: readonly number[];
}

export const valuesOf = ({ values, numbers }: Domain): readonly Value[] =>
  numbers ? [...numbersAround(numbers), null] : values;

/** Words of state that are never unknown. */
const ALWAYS_KNOWN = /^(done|approved|in_effect|started)\(/;
const MOST_CODES = 4;
const ITEM: FeelType = { kind: 'choice', values: ['yes', 'no'] };

/** What can be tried for a type, `undefined` where that never ends: dates, lists, texts. */
export function domainOf(
  type: FeelType,
  key: string,
  numbers: readonly number[] | undefined,
): Domain | undefined {
  const unknown = ALWAYS_KNOWN.test(key) ? [] : [null];
  switch (type.kind) {
    case 'boolean':
      return { values: [true, false, ...unknown] };
    case 'choice':
      return { values: [...type.values, ...unknown] };
    case 'choices':
      return type.values.length > MOST_CODES ? undefined : { values: [...subsets(type.values), null] };
    case 'number':
      return numbers && { values: [], numbers };
    case 'text':
    case 'date':
    case 'duration':
    case 'checklist':
    case 'list':
    case 'row':
    case 'name':
      return undefined;
  }
}

/** The part of a thing that is read: of a checklist its items, of a run its outcome, else itself. */
export function partsOf(
  name: string,
  seen: ReadonlyMap<string, FeelType>,
): readonly (readonly [key: string, type: FeelType])[] {
  const whole = seen.get(name);
  if (whole?.kind === 'checklist') return whole.items.map((item) => [`${name}.${item}`, ITEM] as const);
  if (whole) return [[name, whole]];
  const dot = name.lastIndexOf('.');
  const of = seen.get(name.slice(0, dot));
  if (of?.kind === 'checklist') return [[name, ITEM]];
  const field = of?.kind === 'row' ? of.row[name.slice(dot + 1)] : undefined;
  return [[name, field ?? { kind: 'text' }]];
}

/** How a thing is read from an assignment, whole or put together from its parts. */
export function readerOf(type: FeelType, key: string): (assignment: Assignment) => Value {
  if (type.kind === 'checklist') {
    return (assignment): ChecklistValue => ({
      items: new Map(
        type.items.flatMap((item) => {
          const answer = assignment.get(`${key}.${item}`);
          return answer === 'yes' || answer === 'no' ? [[item, answer] as const] : [];
        }),
      ),
    });
  }
  if (type.kind === 'row') {
    return (assignment) => ({
      id: '',
      fields: Object.fromEntries(
        Object.keys(type.row).map((field) => [field, assignment.get(`${key}.${field}`) ?? null]),
      ),
    });
  }
  return (assignment) => assignment.get(key) ?? null;
}

function subsets(codes: readonly string[]): readonly (readonly string[])[] {
  return codes.reduce<readonly (readonly string[])[]>(
    (all, code) => [...all, ...all.map((some) => [...some, code])],
    [[]],
  );
}
