import type { DeadlineOrigin } from '../documents/document';
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

/** Keys of a step in the order in which the language shows them; a deadline comes after these. */
const BEFORE_DUE = [
  ...[
    'id',
    'code',
    'part',
    'kind',
    'title',
    'guidance',
    'tooLate',
    'by',
    'enteredBy',
    'after',
    'when',
    'unless',
  ],
  ...[
    'ready',
    'opensAt',
    'fields',
    'required',
    'adds',
    'about',
    'closes',
    'decides',
    'reasons',
    'approvedBy',
  ],
  'evidence',
];

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
    return insertEntry(file, path, 'due', due, lastOf(Object.keys(step), BEFORE_DUE));
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
    return insertEntry(
      file,
      due,
      'basis',
      grounds,
      lastOf(keys, ['within', 'from', 'every', 'origin', 'owner']),
    );
  }
  if (grounds.length === 0) return removeEntry(file, [...due, 'basis']);
  // One code, or a list of one: both say the same.
  const isSame = JSON.stringify([there].flat()) === JSON.stringify([grounds].flat());
  return isSame ? file : exchangeValue(file, [...due, 'basis'], grounds);
}

/** The place of the last key that is one of these. */
function lastOf(keys: readonly string[], known: readonly string[]): number {
  return keys.findLastIndex((key) => known.includes(key));
}
