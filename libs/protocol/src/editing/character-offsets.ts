import type { Scalar } from 'yaml';

/** How a text is written: its indentation counts in blocks. */
export interface WrittenScalar {
  readonly type: Scalar.Type;
  readonly written: string;
  readonly value: string;
}

/**
 * Where each character of a value is written, from the start of `written`, and at last where it ends; `null` where they
 * can't be matched one by one. Who uses them reads what comes of it again.
 */
export function characterOffsets(scalar: WrittenScalar): readonly number[] | null {
  switch (scalar.type) {
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return matchLines(scalar, bodyOf(scalar.written), scalar.type === 'BLOCK_FOLDED');
    case 'PLAIN':
      return matchLines(scalar, { start: 0, indent: Infinity }, true);
    case 'QUOTE_SINGLE':
    case 'QUOTE_DOUBLE':
      return matchLines(scalar, { start: 1, indent: Infinity }, true);
  }
}

/** Of a block: where its first line of text begins, and by how much its lines are indented. */
export function bodyOf(written: string): { readonly start: number; readonly indent: number } {
  const head = written.indexOf('\n');
  const start = head < 0 ? written.length : head + 1;
  const first =
    written
      .slice(start)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return { start, indent: /^ */.exec(first)?.[0].length ?? 0 };
}

/** Without the empty lines at the end of a block, and the line break before them. */
export function withoutBlankEnd(written: string): string {
  let last = written.length;
  while (last > 0 && ' \t\r\n'.includes(written[last - 1] ?? '')) last--;
  const end = written.indexOf('\n', last);
  if (end < 0) return written;
  return written.slice(0, end > last && written[end - 1] === '\r' ? end - 1 : end);
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\r\n])/y;
const BREAKS = /[ \t]*(?:\r?\n[ \t]*)+/y;

function matchLines(
  { type, written, value }: WrittenScalar,
  { start, indent }: { readonly start: number; readonly indent: number },
  isFolded: boolean,
): readonly number[] | null {
  const isBlock = indent !== Infinity;
  const offsets: number[] = [];
  let at = start + (isBlock ? spacesAt(written, start, indent) : 0);
  while (offsets.length < value.length) {
    const wanted = value[offsets.length] ?? '';
    const size = signAt(type, written, at, wanted);
    if (size > 0) {
      // Half of a character that one escape writes.
      if (size === 10 && value.codePointAt(offsets.length) !== wanted.charCodeAt(0)) offsets.push(at);
      offsets.push(at);
      at += size;
      continue;
    }
    // What ends a block without `-` is the end of its last line, which is not its own.
    if (isBlock && at === written.length && /^\n+$/.test(value.slice(offsets.length))) {
      offsets.push(at);
      continue;
    }
    const run = breaksAt(written, at);
    if (!run) return null;
    const breaks = run.split('\n').length - 1;
    const isLast = at + run.length >= written.length;
    const ends = isFolded && !isLast ? Math.max(1, breaks - 1) : breaks;
    for (let end = 0; end < ends && offsets.length < value.length; end++) {
      const sign = value[offsets.length];
      if (sign !== '\n' && !(sign === ' ' && isFolded && breaks === 1)) return null;
      offsets.push(at);
    }
    const lead = written.lastIndexOf('\n', at + run.length - 1) + 1;
    at = isBlock ? lead + spacesAt(written, lead, indent) : at + run.length;
  }
  return [...offsets, at];
}

/** Signs that write one character here; 0: it is written by a break of lines, or not at all. */
function signAt(type: Scalar.Type, written: string, at: number, wanted: string): number {
  if (type === 'QUOTE_SINGLE' && wanted === "'") return written.startsWith("''", at) ? 2 : 0;
  if (type === 'QUOTE_DOUBLE' && written[at] === '\\') {
    ESCAPE.lastIndex = at;
    return ESCAPE.exec(written)?.[0].length ?? 0;
  }
  return written[at] === wanted && wanted !== '\n' && wanted !== '\r' ? 1 : 0;
}

function breaksAt(written: string, at: number): string | null {
  BREAKS.lastIndex = at;
  return BREAKS.exec(written)?.[0] ?? null;
}

function spacesAt(written: string, at: number, most: number): number {
  let spaces = 0;
  while (spaces < most && written[at + spaces] === ' ') spaces++;
  return spaces;
}
