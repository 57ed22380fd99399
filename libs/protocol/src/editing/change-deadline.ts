import type { DeadlineOrigin } from '../documents/document';
import { DUE_KEYS, STEP_KEYS } from '../schema/step';
import { type Path, valueAt } from '../yaml/yaml-source';
import { insertEntry, exchangeValue, removeEntry } from './change-entries';
import { changeWords } from './change-words';
import { readOnce } from './read-once';

/** What a form asks of a deadline; whose it is, its reminders and its recurrence stay as they are written. */
export interface TypedDeadline {
  /** `at once`, `end of day`, `8 days`… */
  readonly within: string;
  /** `run`, a step, a date. */
  readonly from: string;
  readonly origin: DeadlineOrigin;
  readonly basis: readonly string[];
}

/** A step that uses a part names it first. */
const STEP_ORDER = ['part', ...Object.keys(STEP_KEYS)];

/** A protocol's file with this deadline at the step at `path`; `null` where it can't be written there. */
export function changeDeadline(
  file: string,
  path: Path,
  { within, from, origin, basis }: TypedDeadline,
  before?: string,
): string | null {
  const step = valueAt(readOnce(file).value, path);
  if (typeof step !== 'object' || step === null) return null;
  const grounds = basis.length === 1 ? basis[0] : basis;
  if (!Object.hasOwn(step, 'due')) {
    const due = { within, from, origin, ...(basis.length > 0 && { basis: grounds }) };
    return insertEntry(file, path, 'due', due, lastBefore('due', STEP_ORDER, Object.keys(step)));
  }
  const at = [...path, 'due'];
  let changed: string | null = file;
  for (const [key, words] of Object.entries({ within, from, origin })) {
    changed = changed && changeWords(changed, [...at, key], words, before);
  }
  return changed && changeBasis(changed, at, grounds ?? []);
}

/** A protocol's file in which this step has no deadline. */
export function removeDeadline(file: string, path: Path): string | null {
  return removeEntry(file, [...path, 'due']);
}

function changeBasis(file: string, due: Path, grounds: string | readonly string[]): string | null {
  const { value } = readOnce(file);
  const there = valueAt(value, [...due, 'basis']);
  if (there === undefined) {
    const keys = Object.keys(valueAt(value, due) as object);
    if (grounds.length === 0) return file;
    return insertEntry(file, due, 'basis', grounds, lastBefore('basis', Object.keys(DUE_KEYS), keys));
  }
  if (grounds.length === 0) return removeEntry(file, [...due, 'basis']);
  // One code, or a list of one: both say the same.
  const isSame = JSON.stringify([there].flat()) === JSON.stringify([grounds].flat());
  return isSame ? file : exchangeValue(file, [...due, 'basis'], grounds);
}

/** The place of the last of these keys that the language shows before `key`. */
function lastBefore(key: string, order: readonly string[], keys: readonly string[]): number {
  const before = order.slice(0, order.indexOf(key));
  return keys.findLastIndex((it) => before.includes(it));
}
