import { isMap, isPair, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { flow } from '../translation/put-words';
import { type Path, valueAt, type YamlSource } from '../yaml/yaml-source';
import { lineEnd } from './change-words';
import { withoutBlankEnd } from './character-offsets';
import { says, withValueAt } from './value-at';
import { readOnce } from './read-once';

type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** An entry of a map or list in its file: with the comments on the lines above it, and at the end of its last line. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A file with a key, or an item of a list where `key` is `null`, put after the entry at `place`; `null` if it can't be. */
export function insertEntry(
  file: string,
  path: Path,
  key: string | null,
  value: unknown,
  place?: number,
): string | null {
  const source = readOnce(file);
  const found = collectionAt(source, path);
  if (!found || found.items.length === 0) return null;
  const at = place ?? found.items.length - 1;
  const extents = extentsIn(file, found);
  const after = extents[at];
  if (!after) return null;
  const words = key === null ? flow(value) : `${flow(key)}: ${flow(value)}`;
  const entry = found.flow
    ? `, ${words}`
    : `${lineEnd(file)}${indentOf(file, found)}${key === null ? '- ' : ''}${words}`;
  const changed = file.slice(0, after.end) + entry + file.slice(after.end);
  const before = valueAt(source.value, path);
  const wanted = Array.isArray(before)
    ? before.toSpliced(at + 1, 0, value)
    : Object.fromEntries(Object.entries(before as object).toSpliced(at + 1, 0, [key ?? '', value]));
  return says(changed, withValueAt(source.value, path, wanted)) ? changed : null;
}

/** A file without the entry at this path. The last one that a map or list has stays: `null`, as for what isn't there. */
export function removeEntry(file: string, path: Path): string | null {
  const source = readOnce(file);
  const found = collectionAt(source, path.slice(0, -1));
  const place = found ? placeIn(found, path.at(-1)) : -1;
  if (!found || place < 0 || found.items.length < 2) return null;
  const extents = extentsIn(file, found);
  const own = extents[place];
  const [before, after] = [extents[place - 1], extents[place + 1]];
  if (!own) return null;
  let cut: Extent;
  if (found.flow)
    cut = before ? { start: before.end, end: own.end } : { start: own.start, end: after?.start ?? own.end };
  else cut = wholeLines(file, own);
  const changed = file.slice(0, cut.start) + file.slice(cut.end);
  return says(changed, withValueAt(source.value, path, undefined)) ? changed : null;
}

/** A file in which the entry at this path changed places with the next one; what stands between them stays there. */
export function swapWithNext(file: string, path: Path): string | null {
  const source = readOnce(file);
  const found = collectionAt(source, path.slice(0, -1));
  const place = found ? placeIn(found, path.at(-1)) : -1;
  const extents = found ? extentsIn(file, found) : [];
  const [one, other] = [extents[place], extents[place + 1]];
  if (!one || !other) return null;
  const first = file.slice(one.start, one.end);
  const second = file.slice(other.start, other.end);
  const changed =
    file.slice(0, one.start) + second + file.slice(one.end, other.start) + first + file.slice(other.end);
  const before = valueAt(source.value, path.slice(0, -1));
  return says(changed, withValueAt(source.value, path.slice(0, -1), swapped(before, place))) ? changed : null;
}

/** A file with another value at this path, on one line. */
export function exchangeValue(file: string, path: Path, value: unknown): string | null {
  const source = readOnce(file);
  const node = source.nodeAt(path);
  if (!node) return null;
  if (JSON.stringify(valueAt(source.value, path)) === JSON.stringify(value)) return file;
  const changed = file.slice(0, node.range[0]) + flow(value) + file.slice(endOf(node, file));
  return says(changed, withValueAt(source.value, path, value)) ? changed : null;
}

function collectionAt(source: YamlSource, path: Path): Collection | null {
  const node = source.nodeAt(path);
  return isMap(node) || isSeq(node) ? (node as Collection) : null;
}

function placeIn({ items }: Collection, step: string | number | undefined): number {
  return items.findIndex((item, place) =>
    isPair(item) ? isScalar(item.key) && String(item.key.value) === String(step) : place === step,
  );
}

function extentsIn(file: string, collection: Collection): readonly (Extent | null)[] {
  return (collection.items as (ParsedNode | Pair<ParsedNode, ParsedNode | null>)[]).map((item) => {
    const first = isPair(item) ? item.key : item;
    const last = isPair(item) ? (item.value ?? item.key) : item;
    const start = first.range[0];
    const end = endOf(last, file);
    if (collection.flow) return { start, end };
    const line = file.lastIndexOf('\n', start - 1) + 1;
    const lead = file.slice(line, start);
    // The first key of an item stands beside its dash: one can come after it, but it can't go.
    const isOwnLine = isSeq(collection) ? /^\s*-\s+$/.test(lead) : lead.trim() === '';
    return { start: isOwnLine ? withComments(file, line) : start, end: endOfLine(file, end) };
  });
}

/** Where the comments begin that stand right above a line. */
function withComments(file: string, line: number): number {
  let start = line;
  while (start > 0) {
    const above = file.lastIndexOf('\n', start - 2) + 1;
    if (!/^\s*#/.test(file.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Where the value ends, without the empty lines after a block of text. */
function endOf(node: ParsedNode, file: string): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = (node as Collection).items.at(-1);
    const inner: unknown = isPair(last) ? (last.value ?? last.key) : last;
    if (inner) return endOf(inner as ParsedNode, file);
  }
  const [from, to] = node.range;
  return from + withoutBlankEnd(file.slice(from, to)).length;
}

/** Before the line break. */
function endOfLine(file: string, from: number): number {
  const end = file.indexOf('\n', from);
  if (end < 0) return file.length;
  return file[end - 1] === '\r' ? end - 1 : end;
}

/** With the line break after it, or before it where the file ends without one. */
function wholeLines(file: string, { start, end }: Extent): Extent {
  const [after = ''] = /^\r?\n/.exec(file.slice(end, end + 2)) ?? [];
  if (after) return { start, end: end + after.length };
  const [before = ''] = /\r?\n$/.exec(file.slice(0, start)) ?? [];
  return { start: start - before.length, end };
}

function indentOf(file: string, { range: [start] }: Collection): string {
  return ' '.repeat(start - (file.lastIndexOf('\n', start - 1) + 1));
}

function swapped(value: unknown, place: number): unknown {
  const swap = <T>(items: readonly T[]): readonly T[] => {
    const moved = items[place];
    return moved === undefined ? items : items.toSpliced(place, 1).toSpliced(place + 1, 0, moved);
  };
  return Array.isArray(value) ? swap(value) : Object.fromEntries(swap(Object.entries(value as object)));
}
