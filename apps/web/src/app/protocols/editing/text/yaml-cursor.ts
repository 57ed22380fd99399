/** Where a cursor stands in a YAML text, by its lines alone: also while the text can't be read. */
export interface YamlCursor {
  /** Keys from the outside in, without positions in lists; the last is the one whose value is being written. */
  readonly path: readonly string[];
  /** Whether a key is being written, not a value. */
  readonly isKey: boolean;
  /** What stands before the cursor and belongs to the word that is being written. */
  readonly word: string;
  /** What stands before that in the same value. */
  readonly before: string;
}

const KEY = /^['"]?([\w.-]+)['"]?\s*:(?:\s|$)/;

/** `text` up to the cursor. */
export function readYamlCursor(text: string): YamlCursor {
  const lines = text.split('\n');
  const line = lines.at(-1) ?? '';
  const word = /[\w.]*$/.exec(line)?.[0] ?? '';
  const own = contentOf(line);
  const path = pathAbove(lines.slice(0, -1), own.indent);
  const flow = flowIn(own.content);
  if (flow) {
    const [, key] = KEY.exec(own.content) ?? [];
    const rest = flow.rest.trimStart();
    const value = KEY.exec(rest);
    const outer = [...path, ...(key ? [key] : []), ...flow.path];
    if (value || flow.isList) {
      const said = value ? rest.slice(value[0].length) : rest;
      return {
        path: value?.[1] ? [...outer, value[1]] : outer,
        isKey: false,
        word,
        before: beforeWord(said, word),
      };
    }
    return { path: outer, isKey: true, word, before: '' };
  }
  const value = KEY.exec(own.content);
  if (value?.[1]) {
    return {
      path: [...path, value[1]],
      isKey: false,
      word,
      before: beforeWord(own.content.slice(value[0].length), word),
    };
  }
  const above = path.at(-1);
  const isBlock = /:\s*[>|][-+]?\s*$/.test(lineOfKey(lines, above));
  return {
    path,
    isKey: !isBlock && beforeWord(own.content, word).trim() === '',
    word,
    before: beforeWord(own.content, word),
  };
}

/** Without the dash of a list, whose keys stand as deep as what follows it. */
function contentOf(line: string): { readonly indent: number; readonly content: string } {
  const [, lead = '', content = ''] = /^(\s*(?:-\s+)*)(.*)$/.exec(line) ?? [];
  return { indent: lead.length, content };
}

function pathAbove(lines: readonly string[], indent: number): readonly string[] {
  const path: string[] = [];
  let depth = indent;
  for (const line of lines.toReversed()) {
    if (depth === 0) break;
    if (/^\s*(#|$)/.test(line)) continue;
    const own = contentOf(line);
    const [, key] = KEY.exec(own.content) ?? [];
    if (own.indent >= depth || key === undefined) continue;
    path.unshift(key);
    depth = own.indent;
  }
  return path;
}

/** The innermost `{` or `[` that is still open on this line: keys on the way there, and what was written in it. */
function flowIn(
  content: string,
): { readonly path: readonly string[]; readonly isList: boolean; readonly rest: string } | null {
  const open: { readonly sign: string; readonly key: string | null; start: number }[] = [];
  let quote: string | null = null;
  for (const [at, sign] of [...content].entries()) {
    if (quote) quote = sign === quote ? null : quote;
    else if ((sign === '"' || sign === "'") && /[\s,[{:]/.test(content[at - 1] ?? ' ')) quote = sign;
    else if (sign === '{' || sign === '[') {
      const before = content.slice(open.at(-1)?.start ?? 0, at);
      open.push({
        sign,
        key: open.length ? (/([\w.-]+)\s*:\s*$/.exec(before)?.[1] ?? null) : null,
        start: at + 1,
      });
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && open.length) (open.at(-1) as { start: number }).start = at + 1;
  }
  const last = open.at(-1);
  if (!last) return null;
  const path = open.flatMap(({ key }) => key ?? []);
  return { path, isList: last.sign === '[', rest: content.slice(last.start) };
}

function lineOfKey(lines: readonly string[], key: string | undefined): string {
  return key === undefined
    ? ''
    : (lines.toReversed().find((line) => KEY.exec(contentOf(line).content)?.[1] === key) ?? '');
}

const beforeWord = (text: string, word: string): string => text.slice(0, text.length - word.length);
