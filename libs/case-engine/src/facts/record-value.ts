import {
  answerToItem,
  type ChecklistAnswers,
  type FactValue,
  isSaidByItem,
  nonAnswerIn,
} from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import { ChecklistStatus, type FactStore, ListStatus, RowStatus } from './fact-store';
import { occurrenceOf } from './entry-status';
import type { StepCompleted } from '../journal/journal-entry';
import type { CompiledFact } from '../compile/protocol-set';
import { wasOwn } from './was-own';

/** Puts one answer in effect, if it stands in the place of what was known. */
export function recordValue(
  fold: CaseFold,
  store: FactStore,
  fact: CompiledFact,
  raw: FactValue,
  entry: number,
): void {
  const { slot } = fact;
  if (isSaidByItem(fact.definition)) {
    recordAnswers(fold, store, fact, raw, entry);
    return;
  }
  const standing = store.entries[slot] ?? -1;
  if (standing < 0 || replaces(fold, fact, raw, entry, store.raw[slot] ?? null, standing)) {
    store.values[slot] = fact.convert(raw);
    store.raw[slot] = raw;
    store.entries[slot] = entry;
  }
}

/** Adds to or fills a row of the step's list, and closes or reopens the list. */
export function recordRow(
  fold: CaseFold,
  store: FactStore,
  fact: CompiledFact,
  row: StepCompleted['row'],
  closes: boolean,
  entry: number,
): void {
  const { list } = fact;
  if (list === null) return;
  const status = listStatus(store, fact);
  status.entry = entry;
  if (row !== undefined) {
    let target = status.rows.find((it) => it.id === row.id);
    if (target === undefined) {
      target = new RowStatus(row.id, list.fields.length);
      status.rows.push(target);
      // "No other" was said before this one came: there may be more.
      status.isClosed = false;
    }
    for (const id in row.values) {
      const field = list.fieldOf.get(id);
      const raw = row.values[id];
      if (field === undefined || raw === undefined) continue;
      const before = target.entries[field.slot] ?? -1;
      if (before < 0 || replaces(fold, field, raw, entry, target.raw[field.slot] ?? null, before)) {
        target.values[field.slot] = field.convert(raw);
        target.raw[field.slot] = raw;
        target.entries[field.slot] = entry;
      }
    }
  }
  if (closes) status.isClosed = true;
}

/** The list as it stands, made when first needed. */
export function listStatus(store: FactStore, fact: CompiledFact): ListStatus {
  const lists = (store.lists ??= new Array<ListStatus | undefined>(store.size).fill(undefined));
  return (lists[fact.slot] ??= new ListStatus());
}

/** Each item goes its own way: its latest answer stands. */
function recordAnswers(
  fold: CaseFold,
  store: FactStore,
  fact: CompiledFact,
  raw: FactValue,
  entry: number,
): void {
  const checklists = (store.checklists ??= new Array<ChecklistStatus | undefined>(store.size).fill(
    undefined,
  ));
  const status = (checklists[fact.slot] ??= new ChecklistStatus());
  store.entries[fact.slot] = entry;
  // The whole list answered "unknown" says nothing of any item.
  if (nonAnswerIn(raw) !== null || typeof raw !== 'object') return;
  const answers = raw as ChecklistAnswers;
  for (const item in answers) {
    const answer = answers[item];
    if (answer === undefined) continue;
    const before = status.entries.get(item) ?? -1;
    if (before < 0 || replaces(fold, fact, answer, entry, status.raw.get(item) ?? null, before)) {
      status.items.set(item, answerToItem(answer));
      status.raw.set(item, answer);
      status.entries.set(item, entry);
    }
  }
}

/**
 * Whether a value stands in the place of the one before. *Not asked* and *refused* say nothing about the fact and leave
 * what was known; so does any non-answer to a fact that never changes or is ranked (forgetting would need an amendment).
 * *Unknown* given later about a fact that changes is taken at its word: it closes doors that protect less, opens none.
 */
function replaces(
  fold: CaseFold,
  fact: CompiledFact,
  raw: FactValue,
  entry: number,
  before: FactValue | null,
  standing: number,
): boolean {
  const isTelling = tells(fact, raw);
  const wasTelling = before !== null && tells(fact, before);
  if (isTelling !== wasTelling) return isTelling;
  if (fold.hasMoved && fact.isShared) {
    const isOwn = wasOwn(fold, fact, entry);
    if (isOwn !== wasOwn(fold, fact, standing)) return !isOwn;
  }
  const at = occurrenceOf(fold, entry);
  const was = occurrenceOf(fold, standing);
  if (at.from > was.to) return true;
  return at.to >= was.from && entry >= standing;
}

function tells(fact: CompiledFact, raw: FactValue): boolean {
  const answer = typeof raw === 'string' && isSaidByItem(fact.definition) ? raw : nonAnswerIn(raw);
  if (answer === 'unknown') return fact.definition.changes === 'over-time' && fact.ranks === null;
  return answer !== 'not-asked' && answer !== 'refused';
}
