import { isCollection, isScalar, type ParsedNode, type Scalar } from 'yaml';
import type { Path, YamlSource } from '../yaml/yaml-source';
import { bodyOf, characterOffsets, withoutBlankEnd } from './character-offsets';
import { says, withValueAt } from './value-at';
import { readOnce } from './read-once';

/**
 * A YAML file with other words at `path`, written as they were: the same quotes or block, the same lines where nothing
 * changed. Everything else stays to the letter. Words that stand there in the text `before` are written as there, so that
 * what is changed back leaves no trace. `null` where no text stands, or the words can't be written.
 */
export function changeWords(file: string, path: Path, words: string, before?: string): string | null {
  const source = readOnce(file);
  const scalar = textAt(source, path);
  if (!scalar) return null;
  if (scalar.value === words) return file;
  const [from] = scalar.range;
  const written = writtenOf(file, scalar);
  const wanted = withValueAt(source.value, path, words);
  const place: WrittenScalar = { file, from, written, scalar, isInFlow: isInFlow(source, path) };
  for (const by of waysToWrite(place, words, findBefore(path, before))) {
    const changed = by === null ? null : file.slice(0, from) + by + file.slice(from + written.length);
    if (changed !== null && says(changed, wanted)) return changed;
  }
  return null;
}

interface WrittenScalar {
  readonly file: string;
  readonly from: number;
  readonly written: string;
  readonly scalar: Scalar.Parsed & { readonly value: string };
  readonly isInFlow: boolean;
}

function* waysToWrite(place: WrittenScalar, words: string, before: Before | null): Iterable<string | null> {
  const { file, scalar, written, isInFlow: isFlow } = place;
  if (before?.scalar.value === words) yield before.isWithComment ? null : before.written;
  // While it is typed, a blank at the end takes quotes: they go with the blank.
  if (before && before.scalar.type !== scalar.type) yield inStyleOf(place, before, words);
  yield exchangedPart(place, words);
  yield inStyleOf(place, { scalar, written }, words);
  if (words.includes('\n') && !isFlow && !isBlock(scalar)) yield inBlock(place, `|-${lineEnd(file)}`, words);
  yield JSON.stringify(words) + (isBlock(scalar) ? (/\s#[^\r\n]*/.exec(headOf(written))?.[0] ?? '') : '');
}

/** The words as another text is written: plain, in its quotes, after the head of its block. */
function inStyleOf(
  place: WrittenScalar,
  { scalar, written }: Pick<Before, 'scalar' | 'written'>,
  words: string,
): string | null {
  if (isBlock(scalar)) return inBlock(place, headOf(written), words);
  if (scalar.type === 'QUOTE_SINGLE') return `'${words.replaceAll("'", "''")}'`;
  return scalar.type === 'PLAIN' ? words : null;
}

const headOf = (written: string): string => written.slice(0, bodyOf(written).start);

/** Only what differs is exchanged: folded lines stay where they are. */
function exchangedPart({ file, scalar, written }: WrittenScalar, words: string): string | null {
  const { value, type = 'PLAIN' } = scalar;
  if (isBlock(scalar) && endsBlank(words)) return null;
  const offsets = characterOffsets({ type: type as Scalar.Type, written, value });
  if (!offsets) return null;
  const { start, end } = difference(value, words);
  const from = offsets[start];
  const to = offsets[value.length - end];
  if (from === undefined || to === undefined) return null;
  const middle = words.slice(start, words.length - end);
  return written.slice(0, from) + escaped(middle, scalar, written, lineEnd(file)) + written.slice(to);
}

function escaped(middle: string, { type }: Scalar.Parsed, written: string, end: string): string {
  switch (type) {
    case 'QUOTE_SINGLE':
      return middle.replaceAll("'", "''");
    case 'QUOTE_DOUBLE':
      return JSON.stringify(middle).slice(1, -1);
    case 'BLOCK_LITERAL':
      return middle.replaceAll('\n', end + ' '.repeat(bodyOf(written).indent));
    case 'BLOCK_FOLDED':
      return folded(middle, ' '.repeat(bodyOf(written).indent), end);
    case 'PLAIN':
    case undefined:
      return middle;
  }
}

const folded = (words: string, indent: string, end: string): string =>
  words.replace(/\n+/g, (breaks) => end.repeat(breaks.length + 1) + indent);

/** A last line of blanks is no part of a block as it is read: whoever changes the words again would leave it behind. */
const endsBlank = (words: string): boolean => words.trim() === '' || /\n[ \t]+$/.test(words);

/** `head` is `>-`, `|` …, with its comment and the end of its line. */
function inBlock({ file, from, scalar, written }: WrittenScalar, head: string, words: string): string | null {
  const end = lineEnd(file);
  if (endsBlank(words) || !head.endsWith('\n')) return null;
  const line = file.slice(file.lastIndexOf('\n', from - 1) + 1, from);
  const deeper = (/^\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0) + 2;
  const indent = ' '.repeat(isBlock(scalar) ? bodyOf(written).indent || deeper : deeper);
  // What ends a block without `-` is the end of its last line.
  const text = /^[>|][^-\s]*\s/.test(head) ? words.replace(/\n$/, '') : words;
  return (
    head + indent + (head.startsWith('>') ? folded(text, indent, end) : text.replaceAll('\n', end + indent))
  );
}

/** How a place was written in an earlier text. */
interface Before {
  readonly scalar: WrittenScalar['scalar'];
  readonly written: string;
  /** A comment that stood in it then may be another now. */
  readonly isWithComment: boolean;
}

function findBefore(path: Path, before: string | undefined): Before | null {
  const scalar = before === undefined ? null : textAt(readOnce(before), path);
  if (before === undefined || !scalar) return null;
  const written = writtenOf(before, scalar);
  return { scalar, written, isWithComment: isBlock(scalar) && headOf(written).includes('#') };
}

function textAt(source: YamlSource, path: Path): WrittenScalar['scalar'] | null {
  const node: ParsedNode | undefined = source.nodeAt(path);
  return isScalar(node) && typeof node.value === 'string' ? (node as WrittenScalar['scalar']) : null;
}

const isBlock = ({ type }: Scalar): boolean => type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';

/** Without the line break, and empty lines, that end a block. */
function writtenOf(file: string, { range: [from, to] }: Scalar.Parsed): string {
  return withoutBlankEnd(file.slice(from, to));
}

function isInFlow(source: YamlSource, path: Path): boolean {
  return path.some((_, depth) => {
    const node = source.nodeAt(path.slice(0, depth));
    return isCollection(node) && node.flow === true;
  });
}

export const lineEnd = (file: string): string => (file.includes('\r\n') ? '\r\n' : '\n');

/** How many characters two texts have in common at their start and end; none is cut in half. */
function difference(a: string, b: string): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  if (start > 0 && isHigh(a[start - 1])) start--;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (end > 0 && isLow(a[a.length - end])) end--;
  return { start, end };
}

const isHigh = (half = ''): boolean => /[\uD800-\uDBFF]/.test(half);
const isLow = (half = ''): boolean => /[\uDC00-\uDFFF]/.test(half);
