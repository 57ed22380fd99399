import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Range } from 'yaml';
import type { Problem } from './document';

/** Way to a place in a YAML file: keys and indexes from the root. */
export type Path = readonly (string | number)[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One YAML file that was read: its plain value, and where each part of it stands. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where the value at this path begins; the nearest place above it when there is none. Lines and columns from 1. */
  at(path: Path, offsetInText?: number): Position;
  /** Where the key at this path is written. */
  atKey(path: Path): Position;
}

const REMEDIES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  BLOCK_AS_IMPLICIT_KEY: 'Quote the text, or write it as a block after `>-`.',
  MULTILINE_IMPLICIT_KEY: 'Quote the text, or write it as a block after `>-`.',
  BAD_INDENT: 'Indent with two spaces under the key it belongs to.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  NON_STRING_KEY: 'Write a name before the colon; a text that begins with `{` or `[` is quoted.',
  TAG_RESOLVE_FAILED: 'Leave the tag out: values are plain YAML 1.2.',
};

/** The value and positions of one YAML 1.2 text. Never throws: what can't be read comes back as problems. */
export function readYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    stringKeys: true,
  });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map((fault): Problem => ({
    file,
    ...position(fault.pos[0]),
    code: fault.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml',
    message: firstLine(fault.message),
    remedy: REMEDIES[fault.code] ?? 'Quote texts that hold `:`, `#`, `{`, `[` or begin with a sign.',
    severity: 'error',
  }));
  return {
    file,
    value: problems.length > 0 ? undefined : plainValue(document, problems, file),
    problems,
    at: (path, offsetInText) => {
      const node = valueNode(document, path);
      const start = node?.range?.[0] ?? 0;
      if (offsetInText === undefined || !isScalar(node) || typeof node.value !== 'string')
        return position(start);
      return position(start + offsetOfCharacter(text, node.range, node.value, offsetInText));
    },
    atKey: (path) => position(keyOffset(document, path)),
  };
}

/** The plain value at a path; `undefined` when there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let node = root;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Readonly<Record<string | number, unknown>>)[step];
  }
  return node;
}

/** Aliases may nest until memory ends; `toJS` then throws, and that is a problem of the file. */
function plainValue(document: Document, problems: Problem[], file: string): unknown {
  try {
    return document.toJS();
  } catch (fault) {
    const message = fault instanceof Error ? firstLine(fault.message) : 'This file cannot be read.';
    const remedy = 'Write the values out instead of using anchors and aliases.';
    problems.push({ file, line: 1, column: 1, code: 'yaml', message, remedy, severity: 'error' });
    return undefined;
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '.');
}

type Ranged = { readonly range?: Range | null };

function valueNode(document: Document, path: Path): Ranged | null {
  let node: unknown = document.contents;
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (next === undefined || next === null) break;
    node = next;
  }
  return typeof node === 'object' && node !== null ? node : null;
}

function keyOffset(document: Document, path: Path): number {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
    );
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  return valueNode(document, path)?.range?.[0] ?? 0;
}

/** Offset in the file of the n-th character of a text, whatever way it is quoted or folded. */
function offsetOfCharacter(
  text: string,
  range: Range | null | undefined,
  value: string,
  index: number,
): number {
  if (!range) return 0;
  const source = text.slice(range[0], range[1]);
  const isBlock = source.startsWith('>') || source.startsWith('|');
  let at = isBlock ? source.indexOf('\n') + 1 : source.startsWith('"') || source.startsWith("'") ? 1 : 0;
  for (let i = 0; i <= index && i < value.length; i++) {
    const wanted = value[i];
    while (at < source.length && source[at] !== wanted && !(wanted === ' ' && source[at] === '\n')) at++;
    if (i < index) at++;
  }
  return Math.min(at, source.length);
}
