import { canonicalJson } from './canonical-json';
import { ENTRY_FORMATS, type LedgerEntry, type Outcome, type SequencedEntry } from './entry';

/** Largest text that is read as an entry, in bytes. */
export const ENTRY_BYTES = 2048;

/** Why something is no entry of the ledger; `field` is the key at fault. */
export interface EntryProblem {
  readonly code:
    | 'too-long'
    | 'not-json'
    | 'not-canonical'
    | 'not-an-object'
    | 'unknown-field'
    | 'missing-field'
    | 'not-a-string'
    | 'bad-format';
  readonly field?: string;
}

export type EntryTextResult =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: EntryProblem };

export type EntryResult =
  | { readonly ok: true; readonly entry: SequencedEntry }
  | { readonly ok: false; readonly problem: EntryProblem };

const SEQUENCED = Object.keys(ENTRY_FORMATS);
const UNSEQUENCED = SEQUENCED.filter((key) => key !== 'pos');

/** The canonical text (RFC 8785, ASCII) of an entry that still waits for its place; exactly the ten fields of `LedgerEntry`. */
export function canonicalEntry(entry: LedgerEntry): EntryTextResult {
  return textOf(entry, UNSEQUENCED);
}

/** The leaf's text: the entry with its place in its stream (1, 2, 3…). Its UTF-8 bytes are what the log hashes. */
export function sequenceEntry(entry: LedgerEntry, pos: number): EntryTextResult {
  return textOf({ ...entry, pos: String(pos) }, SEQUENCED);
}

/** The entry that a leaf's text holds, only if the text is exactly its canonical form. */
export function readEntry(text: string): EntryResult {
  if (text.length > ENTRY_BYTES) return refused('too-long');
  const plain = readPlain(text);
  if (plain) return { ok: true, entry: plain };
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return refused('not-json');
  }
  const problem = problemOf(read, SEQUENCED);
  if (problem) return { ok: false, problem };
  const again = canonicalJson(read);
  return again.ok && again.json === text
    ? { ok: true, entry: read as SequencedEntry }
    : refused('not-canonical');
}

/** Keys in their canonical order, each with a value of its format: no format lets a letter through that JSON would escape. */
const SORTED = [...SEQUENCED].sort() as readonly (keyof SequencedEntry)[];
const PLAIN = new RegExp(
  `^\\{${SORTED.map((key) => `"${key}":"(${ENTRY_FORMATS[key].source.slice(1, -1)})"`).join(',')}\\}$`,
);

/** The same without parsing and writing again, of what is plainly an entry: a record is read by the hundred thousand. */
function readPlain(text: string): SequencedEntry | undefined {
  const found = PLAIN.exec(text);
  if (!found) return undefined;
  // Written out: an object that grows key by key costs three times as much.
  const entry = {
    v: '1' as const,
    actor: found[1] ?? '',
    commitment: found[2] ?? '',
    correlation: found[3] ?? '',
    id: found[4] ?? '',
    outcome: found[5] as Outcome,
    pos: found[6] ?? '',
    purpose: found[7] ?? '',
    stream: found[8] ?? '',
    time: found[9] ?? '',
    type: found[10] ?? '',
  } satisfies SequencedEntry;
  return isPossible('time', entry.time) && isPossible('pos', entry.pos) ? entry : undefined;
}

function textOf(entry: object, keys: readonly string[]): EntryTextResult {
  const problem = problemOf(entry, keys);
  if (problem) return { ok: false, problem };
  const canonical = canonicalJson(entry);
  return canonical.ok ? { ok: true, text: canonical.json } : { ok: false, problem: { code: 'not-json' } };
}

function problemOf(entry: unknown, keys: readonly string[]): EntryProblem | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { code: 'not-an-object' };
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  if (unknown !== undefined) return { code: 'unknown-field', field: unknown };
  const values = new Map<string, unknown>(Object.entries(entry));
  for (const field of keys) {
    const value = values.get(field);
    if (value === undefined) return { code: 'missing-field', field };
    if (typeof value !== 'string') return { code: 'not-a-string', field };
    if (!isFormatted(field as keyof SequencedEntry, value)) return { code: 'bad-format', field };
  }
  return undefined;
}

function isFormatted(field: keyof SequencedEntry, value: string): boolean {
  return ENTRY_FORMATS[field].test(value) && isPossible(field, value);
}

/** What no format tells of a value that has it. */
function isPossible(field: keyof SequencedEntry, value: string): boolean {
  if (field === 'time') return isRealTime(value);
  return field !== 'pos' || Number.isSafeInteger(Number(value));
}

/** 31 February has the right look and no place in time. */
function isRealTime(time: string): boolean {
  const [year, month, day] = [Number(time.slice(0, 4)), Number(time.slice(5, 7)), Number(time.slice(8, 10))];
  const [hour, minute, second] = [time.slice(11, 13), time.slice(14, 16), time.slice(17, 19)];
  return day >= 1 && day <= daysOf(year, month) && hour < '24' && minute < '60' && second < '60';
}

/** Days of a month in the Gregorian calendar; none of what is no month. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function refused(code: EntryProblem['code']): { readonly ok: false; readonly problem: EntryProblem } {
  return { ok: false, problem: { code } };
}
