import { isMap, isPair, isScalar } from 'yaml';
import type { ReasonList } from '../documents/document';
import { flow } from '../translation/put-words';
import { writeEnglish } from '../translation/write-english';
import { type Path, valueAt } from '../yaml/yaml-source';
import { withoutEnglish } from './change-codes';
import { insertEntry, removeEntry } from './change-entries';
import { lineEnd } from './change-words';
import type { EditedTexts } from './find-editable';
import { readOnce } from './read-once';
import { says } from './value-at';

/**
 * Both texts, in which the protocol writes a shared list of reasons itself, with the words that it has: from then on it is
 * changed here, and nowhere else. What contradicts a reason in the shared list needs no copy: it holds here as well. `null`
 * where it can't be written, or is written already.
 */
export function writeReasonList(texts: EditedTexts, list: string, words: ReasonList): EditedTexts | null {
  const codes = Object.keys(words);
  if (codes.length === 0) return null;
  const isInline = texts.english === '';
  const french = withList(
    texts.french,
    list,
    Object.fromEntries(
      codes.map((code) => [code, isInline ? pairOf(words[code]) : (words[code]?.fr ?? code)]),
    ),
  );
  if (french === null) return null;
  const english = isInline
    ? ''
    : codes.reduce((file, code) => {
        const path: Path = ['reasons', list, code];
        const { fr, en } = pairOf(words[code]);
        return writeEnglish(file, { path, key: path.join('.'), fr }, en);
      }, texts.english);
  return readOnce(english).problems.length > 0 ? null : { french, english };
}

type Reasons = Readonly<Record<string, unknown>>;

const pairOf = (words: ReasonList[string] | undefined) => ({ fr: words?.fr ?? '', en: words?.en ?? '' });

/** A protocol's file with this list, one reason a line: after its other lists, or else above its steps. */
function withList(file: string, list: string, reasons: Reasons): string | null {
  const source = readOnce(file);
  const own = valueAt(source.value, ['reasons']);
  if (own !== undefined) {
    if (typeof own !== 'object' || own === null || Object.hasOwn(own, list)) return null;
    return oneALine(insertEntry(file, ['reasons'], list, reasons), list, reasons, lineEnd(file));
  }
  const root = source.nodeAt([]);
  const steps = isMap(root)
    ? root.items.findIndex((it) => isPair(it) && isScalar(it.key) && it.key.value === 'steps')
    : -1;
  if (!isMap(root) || root.flow || steps < 0) return null;
  const before = linesAbove(file, source.atKey(['steps']).line);
  const end = lineEnd(file);
  const lines = ['reasons:', ...linesOf(list, reasons, '  ')];
  const changed = file.slice(0, before) + lines.map((line) => line + end).join('') + file.slice(before);
  const entries = Object.entries(source.value as object).toSpliced(steps, 0, [
    'reasons',
    { [list]: reasons },
  ]);
  return says(changed, Object.fromEntries(entries)) ? changed : null;
}

const linesOf = (list: string, reasons: Reasons, indent: string): readonly string[] => [
  `${indent}${flow(list)}:`,
  ...Object.entries(reasons).map(([code, words]) => `${indent}  ${flow(code)}: ${flow(words)}`),
];

/** A list that was put among others on one line, on as many as it has reasons; among lists in braces it stays there. */
function oneALine(file: string | null, list: string, reasons: Reasons, end: string): string | null {
  const entry = `${flow(list)}: ${flow(reasons)}`;
  const line = file?.split(end).find((it) => it.trim() === entry);
  if (file === null || line === undefined) return file;
  const indent = line.slice(0, line.indexOf(entry));
  return file.replace(line, () => linesOf(list, reasons, indent).join(end));
}

/** Where the comments begin that stand right above this line, counted from 1. */
function linesAbove(file: string, line: number): number {
  const lines = file.split('\n');
  let first = line - 1;
  while (first > 0 && /^\s*#/.test(lines[first - 1] ?? '')) first--;
  return lines.slice(0, first).reduce((length, it) => length + it.length + 1, 0);
}

/**
 * Both texts, in which the list is the shared one again: what was said of it here goes. `null` where it can't be taken away,
 * or isn't there.
 */
export function removeReasonList({ french, english }: EditedTexts, list: string): EditedTexts | null {
  const source = readOnce(french);
  const own = valueAt(source.value, ['reasons']);
  if (typeof own !== 'object' || own === null || !Object.hasOwn(own, list)) return null;
  const path: Path = Object.keys(own).length === 1 ? ['reasons'] : ['reasons', list];
  const left = removeEntry(french, path);
  return left === null ? null : { french: left, english: withoutEnglish(english, ['reasons', list]) };
}
