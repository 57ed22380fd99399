import {
  type Text,
  type ChecklistValue,
  type DateSpan,
  type ListValue,
  type NonAnswer,
  type RowValue,
  type Value,
  text,
} from '../value';
import type { FeelType, Reference, Resolved, Scope } from '../expression-types';

/** Values by name: the environment of the small made-up scope that the specs of this folder compile against. */
export type Small = Readonly<Record<string, Value>>;

const YES_NO: FeelType = { kind: 'choice', values: ['yes', 'no'] };
const NUMBER: FeelType = { kind: 'number' };
const MONTHS: FeelType = { kind: 'number', unit: 'months' };
const BOOLEAN: FeelType = { kind: 'boolean' };
const OUTCOME: FeelType = { kind: 'choice', values: ['MINOR', 'ADULT'] };
const READS: FeelType = { kind: 'choice', values: ['above', 'overlap', 'set_aside', 'unusable', 'pending'] };

export const FACTS: Readonly<Record<string, FeelType>> = {
  papers: { kind: 'choice', values: ['valid', 'contested', 'set_aside', 'absent'] },
  birth_papers: { kind: 'choice', values: ['valid', 'absent'] },
  colour: { kind: 'choice', values: ['red', 'green'] },
  contests: YES_NO,
  alone: YES_NO,
  low: MONTHS,
  assessors: NUMBER,
  points: NUMBER,
  birth: { kind: 'date' },
  decided_on: { kind: 'date' },
  stay: { kind: 'duration' },
  note: { kind: 'text' },
  forms: { kind: 'choices', values: ['trafficking', 'sale', 'online'] },
  signs: { kind: 'checklist', items: ['debt', 'phone', 'fear'] },
  exams: {
    kind: 'list',
    row: { reads: READS, low: MONTHS, ok: BOOLEAN, on: { kind: 'date' }, consent: YES_NO },
  },
  decisions: { kind: 'list', row: { result: { kind: 'choice', values: ['minor', 'adult'] }, final: YES_NO } },
  assessed: BOOLEAN,
  suspected: BOOLEAN,
};

const LIST_OF_RUNS: FeelType = { kind: 'list', row: { outcome: OUTCOME, ended: BOOLEAN } };
const LIST_OF_STEPS: FeelType = {
  kind: 'list',
  row: { protective: BOOLEAN, state: { kind: 'choice', values: ['ready', 'done', 'blocked'] } },
};
const STEPS = ['intake', 'status', 'this'];

/** A scope with facts, a limit, labels and the words of state, over values by name. */
export const smallScope: Scope<Small> = {
  name(name) {
    if (name === 'MAJ') return { type: MONTHS, read: () => 216, reference: { name, kind: 'limit' } };
    if (name === 'majority') return { type: { kind: 'name' }, read: () => null };
    const type = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
    return type && { type, read: (env) => env[name] ?? null, reference: { name, kind: 'fact' } };
  },
  call(word, args) {
    const [arg] = args;
    const read = (env: Small): Value => env[`${word}(${args.join(', ')})`] ?? null;
    switch (word) {
      case 'steps':
        return args.length === 0 ? { type: LIST_OF_STEPS, read: (env) => env['steps'] ?? null } : undefined;
      case 'done':
      case 'approved':
        return STEPS.includes(arg ?? '')
          ? { type: BOOLEAN, read, isMonotone: word === 'approved' }
          : text(`${arg} n’est pas une étape.`, `${arg} is no step.`);
      case 'reached':
        return {
          type: BOOLEAN,
          read,
          isMonotone: true,
          reference: { name: `reached(${args.join(', ')})`, kind: 'moment' },
        };
      case 'run':
        return runOf(arg, read);
      case 'answer':
        return arg !== undefined && Object.hasOwn(FACTS, arg) ? { type: { kind: 'text' }, read } : undefined;
      default:
        return undefined;
    }
  },
  names: () => [...Object.keys(FACTS), 'MAJ', 'majority', 'age_doubt', 'hearing', ...STEPS],
  words: () => ['done', 'approved', 'in_effect', 'started', 'run', 'ended', 'state', 'reached'],
};

function runOf(protocol: string | undefined, read: (env: Small) => Value): Resolved<Small> | Text {
  const reference: Reference = { name: `run(${protocol ?? ''})`, kind: 'outcome' };
  if (protocol === 'age_doubt') {
    return { type: { kind: 'row', row: { outcome: OUTCOME, ended: BOOLEAN } }, read, reference };
  }
  return protocol === 'hearing'
    ? { type: LIST_OF_RUNS, read, reference }
    : text(`${protocol} n’est pas un protocole.`, `${protocol} is no protocol.`);
}

export function row(fields: Readonly<Record<string, Value>>): RowValue {
  return { id: JSON.stringify(fields), fields };
}

export function closedList(...rows: readonly Readonly<Record<string, Value>>[]): ListValue {
  return { rows: rows.map(row), closed: true };
}

export function openList(...rows: readonly Readonly<Record<string, Value>>[]): ListValue {
  return { rows: rows.map(row), closed: false };
}

export function checklist(items: Readonly<Record<string, 'yes' | 'no' | NonAnswer>>): ChecklistValue {
  return { items: new Map(Object.entries(items)) };
}

export function day(firstDay: number, lastDay = firstDay): DateSpan {
  return { firstDay, lastDay };
}
