import {
  checkText,
  checkValue,
  type FactValue,
  type FactValues,
  isSaidByItem,
  nonAnswerIn,
} from '@repere/protocol';
import { testSent } from './ask-of-sent';
import type { CaseFold } from '../../fold/case-fold';
import type { RunFold } from '../../fold/run-fold';
import { storeOfList } from '../../facts/read-facts';
import type { Reason } from '../../journal/engine-types';
import type { FactsRecorded, StepCompleted } from '../../journal/journal-entry';
import type { CompiledFact, CompiledStep, StateCondition } from '../../compile/protocol-set';
import { reason, refusal } from '../reason';

/** What is sent with a step. */
export type Sent = Pick<StepCompleted, 'values' | 'row'>;

/** Adds a reason for each value that may not be recorded: its type, its range, whose it is, whether it may change. */
export function checkFields(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  reasons: Reason[],
): void {
  for (const id in sent.values) {
    const raw = sent.values[id];
    if (raw === undefined) continue;
    const fact = step.fields.get(id);
    if (fact === undefined) {
      reasons.push(refusal('unknown-field', { field: `values.${id}` }));
      continue;
    }
    checkOne(fold, fact, raw, 'values', reasons);
    checkWriter(run, step, fact, reasons);
    const store = fact.isShared ? fold.facts : run.facts;
    checkChange(fact, raw, store.raw[fact.slot] ?? null, 'values', reasons);
    if (isIrrelevant(fold, run, step, sent, step.relevant.get(id))) {
      reasons.push(refusal('not-relevant', { field: `values.${id}` }));
    }
  }
}

/** The same for the row, with whether it must or must not be there already. */
export function checkRow(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  reasons: Reason[],
): void {
  const { row } = sent;
  if (row === undefined) return;
  const { list } = step;
  if (list?.list === undefined || list.list === null || step.definition.adds === step.definition.about) {
    reasons.push(refusal('no-row-here', { field: 'row' }));
    return;
  }
  checkRowId(row.id, reasons);
  const status = storeOfList(fold, run, step).lists?.[list.slot]?.rows.find((it) => it.id === row.id);
  if (status === undefined && step.definition.adds === undefined) {
    reasons.push(refusal('no-such-row', { field: 'row.id' }));
  }
  for (const id in row.values) {
    const raw = row.values[id];
    if (raw === undefined) continue;
    const fact = step.rowFields.get(id);
    if (fact === undefined) {
      reasons.push(refusal('unknown-field', { field: `row.${id}` }));
      continue;
    }
    checkOne(fold, fact, raw, 'row', reasons);
    checkChange(fact, raw, status?.raw[fact.slot] ?? null, 'row', reasons);
    if (isIrrelevant(fold, run, step, sent, list.list.relevant.get(id))) {
      reasons.push(refusal('not-relevant', { field: `row.${id}` }));
    }
  }
}

/** Adds a reason for each required answer that is neither sent nor, as things are, without relevance. */
export function checkRequired(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  reasons: Reason[],
): void {
  for (const fact of step.required) {
    if (sent.values[fact.id] !== undefined || isKnownForGood(fold, run, fact)) continue;
    if (isIrrelevant(fold, run, step, sent, step.relevant.get(fact.id))) continue;
    reasons.push(refusal('missing-field', { field: `values.${fact.id}` }));
  }
  if (sent.row === undefined) return;
  for (const field of step.requiredOfRow) {
    if (sent.row.values[field.id] !== undefined) continue;
    if (isIrrelevant(fold, run, step, sent, step.list?.list?.relevant.get(field.id))) continue;
    reasons.push(refusal('missing-field', { field: `row.${field.id}` }));
  }
}

function isIrrelevant(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  relevance: StateCondition | undefined,
): boolean {
  return relevance !== undefined && testSent(fold, run, step, sent, relevance) === false;
}

/** What never changes and is known is not asked twice. */
function isKnownForGood(fold: CaseFold, run: RunFold, fact: CompiledFact): boolean {
  if (fact.definition.changes !== 'never') return false;
  const raw = (fact.isShared ? fold.facts : run.facts).raw[fact.slot] ?? null;
  return raw !== null && nonAnswerIn(raw) === null;
}

/** Facts told outside a step: shared ones that no single step decides. */
export function checkRecordedFacts(fold: CaseFold, values: FactValues, reasons: Reason[]): void {
  for (const [id, raw] of Object.entries(values)) {
    const field = `values.${id}`;
    const fact = fold.set.sharedFactOf.get(id);
    if (fact === undefined || fact.list !== null) {
      reasons.push(refusal('unknown-field', { field }));
      continue;
    }
    if (fact.definition.writtenBy !== undefined) reasons.push(refusal('written-elsewhere', { field }));
    checkOne(fold, fact, raw, 'values', reasons);
    checkChange(fact, raw, fold.facts.raw[fact.slot] ?? null, 'values', reasons);
  }
}

/** A row told outside a step: of a list of the case that no single step writes. It says something. */
export function checkRecordedRow(
  fold: CaseFold,
  { list, row }: Pick<FactsRecorded, 'list' | 'row'>,
  reasons: Reason[],
): void {
  const fact = fold.set.sharedFactOf.get(list ?? '');
  if (!fact?.list || row === undefined || Object.keys(row.values).length === 0) {
    reasons.push(refusal('missing-row', { field: 'row' }));
    return;
  }
  if (fact.definition.writtenBy !== undefined) reasons.push(refusal('written-elsewhere', { field: 'row' }));
  checkRowId(row.id, reasons);
  const status = fold.facts.lists?.[fact.slot]?.rows.find((it) => it.id === row.id);
  for (const [id, raw] of Object.entries(row.values)) {
    const field = fact.list.fieldOf.get(id);
    if (field === undefined) {
      reasons.push(refusal('unknown-field', { field: `row.${id}` }));
      continue;
    }
    checkOne(fold, field, raw, 'row', reasons);
    checkChange(field, raw, status?.raw[field.slot] ?? null, 'row', reasons);
  }
}

function checkRowId(id: string, reasons: Reason[]): void {
  if (!/^[\w-]{1,64}$/.test(id)) reasons.push(refusal('row-id', { field: 'row.id' }));
}

export function checkOne(
  fold: CaseFold,
  fact: CompiledFact,
  raw: unknown,
  under: 'values' | 'row',
  reasons: Reason[],
): void {
  const problem = checkValue(fact.definition, raw, { now: fold.now, zone: fold.territory.zone });
  if (problem !== null) reasons.push(reason(problem.code, problem.text, { field: `${under}.${fact.id}` }));
}

/** Adds a reason if words that may be there are not fit to keep. */
export function checkWords(words: unknown, field: string, reasons: Reason[]): void {
  if (words === undefined) return;
  const problem = checkText(words);
  if (problem !== null) reasons.push(reason(problem.code, problem.text, { field }));
}

function checkWriter(run: RunFold, step: CompiledStep, fact: CompiledFact, reasons: Reason[]): void {
  const { writtenBy } = fact.definition;
  if (writtenBy !== undefined && writtenBy !== `${run.protocol.id}.${step.id}`) {
    reasons.push(refusal('written-elsewhere', { field: `values.${fact.id}`, about: [writtenBy] }));
  }
}

function checkChange(
  fact: CompiledFact,
  raw: FactValue,
  before: FactValue | null,
  under: 'values' | 'row',
  reasons: Reason[],
): void {
  if (fact.definition.changes !== 'never' || before === null || isSaidByItem(fact.definition)) return;
  if (nonAnswerIn(before) !== null || nonAnswerIn(raw) !== null) return;
  if (!isSame(before, raw)) {
    reasons.push(refusal('needs-amendment', { field: `${under}.${fact.id}` }));
  }
}

function isSame(a: FactValue, b: FactValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
