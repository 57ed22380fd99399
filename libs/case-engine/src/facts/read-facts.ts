import type { ChecklistValue, ListValue, NonAnswer, Reader, RowValue, Value } from '@repere/feel';
import { answerToItem, type FactValue, isSaidByItem, nonAnswerIn } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { ChecklistStatus, FactStore, ListStatus, RowStatus } from './fact-store';
import type { CompiledFact, CompiledList, CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';

const NO_ITEMS: ChecklistValue = { items: new Map() };
const NO_ROWS: ListValue = { rows: [], closed: false };

/** The store that a fact's slot is in; `null` for a run's fact where no run is looked at. */
export function storeOf(env: CaseFold, fact: CompiledFact): FactStore | null {
  return fact.isShared ? env.facts : (env.run?.facts ?? null);
}

/** The store that the list of a step is in. */
export function storeOfList(fold: CaseFold, run: RunFold, step: CompiledStep): FactStore {
  return step.list?.isShared ? fold.facts : run.facts;
}

/** How conditions read a fact: what is being sent, else what is in effect. */
export function factReader(fact: CompiledFact): Reader<CaseFold> {
  const { slot, convert } = fact;
  if (fact.list !== null) {
    const { list } = fact;
    return (env) => readList(env, storeOf(env, fact)?.lists?.[slot], list);
  }
  if (isSaidByItem(fact.definition)) {
    return (env) => readChecklist(storeOf(env, fact)?.checklists?.[slot], sentValue(env, fact));
  }
  return (env) => {
    const raw = sentValue(env, fact);
    return raw === undefined ? (storeOf(env, fact)?.values[slot] ?? null) : convert(raw);
  };
}

/** What is being sent of this fact in this run, if anything. A shared name may be one of the sender's own facts. */
function sentValue({ sent, run }: CaseFold, fact: CompiledFact): FactValue | undefined {
  if (sent === null || (!fact.isShared && sent.run !== run)) return undefined;
  const raw = sent.values[fact.id];
  if (raw === undefined || !fact.isShared || sent.run === null) return raw;
  return sent.run.protocol.factOf.get(fact.id) === fact ? raw : undefined;
}

/** The answer given, where conditions read unknown: for `answer(x)`. `not-asked` when nothing was recorded. */
export function answerReader(fact: CompiledFact): Reader<CaseFold> {
  return (env) => {
    const raw = sentValue(env, fact) ?? storeOf(env, fact)?.raw[fact.slot];
    return raw === undefined || raw === null ? 'not-asked' : (nonAnswerIn(raw) ?? 'given');
  };
}

function readChecklist(status: ChecklistStatus | undefined, sent: FactValue | undefined): ChecklistValue {
  if (sent === undefined || nonAnswerIn(sent) !== null) return status ?? NO_ITEMS;
  const items = new Map<string, 'yes' | 'no' | NonAnswer>(status?.items ?? []);
  for (const [item, answer] of Object.entries(sent)) items.set(item, answerToItem(answer));
  return { items };
}

function readList(env: CaseFold, status: ListStatus | undefined, list: CompiledList): ListValue {
  if (status === undefined) return NO_ROWS;
  if (env.sent !== null) return listValue(env, status, list);
  if (status.view === null || status.viewStamp !== env.stamp) {
    status.view = listValue(env, status, list);
    status.viewStamp = env.stamp;
  }
  return status.view;
}

/** The rows of a list of the run that is looked at, derived values included; of anything else none. */
export function rowsOf(env: CaseFold, fact: CompiledFact): readonly RowValue[] {
  if (fact.list === null) return [];
  return readList(env, storeOf(env, fact)?.lists?.[fact.slot], fact.list).rows;
}

function listValue(env: CaseFold, status: ListStatus, list: CompiledList): ListValue {
  const rows = status.rows.map((row) => rowValue(env, row, list));
  return { rows: oldestFirst(rows, list), closed: status.isClosed && status.waiting === 0 };
}

function rowValue(env: CaseFold, row: RowStatus, list: CompiledList): RowValue {
  const fields: Record<string, Value> = {};
  for (const field of list.fields) fields[field.id] = row.values[field.slot] ?? null;
  return { id: row.id, fields: withDerived(env, fields, list) };
}

/** The row's fields with its derived values computed. Adds to the object that it is given. */
function withDerived(
  env: CaseFold,
  fields: Record<string, Value>,
  list: CompiledList,
): Record<string, Value> {
  const outer = env.row;
  env.row = fields;
  try {
    for (const name of list.derived.keys()) readOfRow(env, name, list);
  } finally {
    env.row = outer;
  }
  return fields;
}

/** A field or derived value of the row that is looked at; `null` outside a row. */
export function readOfRow(env: CaseFold, name: string, list: CompiledList): Value {
  const { row } = env;
  if (row === null) return null;
  const known = row[name];
  if (known !== undefined) return known;
  const derived = list.derived.get(name);
  if (!derived) return null;
  // A derived value that reads itself stays unknown; the checker refuses it, this only ends the recursion.
  row[name] = null;
  return (row[name] = derived.evaluate(env));
}

/** Rows in the order of the list's date, those without a date last: who knows whether one of them is the newest. */
function oldestFirst(rows: RowValue[], list: CompiledList): RowValue[] {
  const { orderedBy } = list;
  if (orderedBy === undefined) return rows;
  return rows.sort((a, b) => orderOf(a.fields[orderedBy]) - orderOf(b.fields[orderedBy]));
}

function orderOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null && 'firstDay' in value) return value.lastDay;
  return Number.MAX_SAFE_INTEGER;
}
