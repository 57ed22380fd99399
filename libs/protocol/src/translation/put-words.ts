import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from '../yaml/yaml-source';

/**
 * A YAML file with `words` at `path`. Only these words are written: every other character, comment and line break stays as
 * it is. What is not there yet is added where its map or list ends. The file itself if it can't be read or the place is not
 * free.
 */
export function putWords(file: string, path: Path, words: string): string {
  const { contents, errors } = parseDocument(file);
  if (errors.length > 0 || !contents) return file;
  let node: ParsedNode = contents;
  for (const [depth, step] of path.entries()) {
    const rest = path.slice(depth);
    if (isScalar(node)) return putBeside(file, node, path.slice(0, depth), rest, words);
    if (isSeq(node) && step === node.items.length)
      return addTo(file, node, `- ${flow(nested(rest.slice(1), words))}`);
    if (isMap(node) && !node.has(step))
      return addTo(file, node, `${flow(step)}: ${flow(nested(rest.slice(1), words))}`);
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) return file;
    node = next as ParsedNode;
  }
  return isScalar(node) ? exchange(file, node, words) : file;
}

/** Bare words of a thing stand for its title (of an item: its label); once it has more words, each is named. */
function putBeside(file: string, bare: Scalar.Parsed, thing: Path, rest: Path, words: string): string {
  const name = thing.at(-2) === 'items' ? 'label' : 'title';
  if (rest.length === 1 && rest[0] === name) return exchange(file, bare, words);
  return splice(file, bare, flow({ [name]: bare.value, ...(nested(rest, words) as object) }));
}

const exchange = (file: string, scalar: Scalar.Parsed, words: string): string =>
  scalar.value === words ? file : splice(file, scalar, flow(words));

/** `a.0` → `{ a: [words] }`. */
const nested = (path: Path, words: string): unknown =>
  path.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), words);

/** On one line, quoted where it has to be: stands inside braces as well as outside. */
export function flow(value: unknown): string {
  const list = stringify([value], {
    collectionStyle: 'flow',
    lineWidth: 0,
    blockQuote: false,
    singleQuote: false,
    // Plain words with line breaks would take several lines.
    defaultStringType: /\\n/.test(JSON.stringify(value)) ? 'QUOTE_DOUBLE' : 'PLAIN',
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return list.trim().slice(1, -1).trim();
}

function splice(file: string, { range: [from, to] }: ParsedNode, by: string): string {
  // A block of text ends with its line break.
  const end = file.slice(from, to).endsWith('\n') ? '\n' : '';
  return file.slice(0, from) + by + end + file.slice(to);
}

/** `entry` as in a block: `key: words` or `- words`. */
function addTo(file: string, node: YAMLMap.Parsed | YAMLSeq.Parsed, entry: string): string {
  if (node.flow) {
    const end = node.range[1] - 1;
    const body = file.slice(0, end).trimEnd();
    const isFirst = node.items.length === 0 || body.endsWith(',');
    return `${body}${isFirst ? ' ' : ', '}${entry.replace(/^- /, '')} ${file.slice(end)}`;
  }
  const last = lastOf(node);
  if (!last) return file;
  const column = node.range[0] - (file.lastIndexOf('\n', node.range[0] - 1) + 1);
  const after = endOfLine(file, endOf(last));
  const before = file.slice(0, after);
  return `${before}${before.endsWith('\n') ? '' : '\n'}${' '.repeat(column)}${entry}\n${file.slice(after)}`;
}

/** `stamps` stays the last of a file. */
function lastOf(node: YAMLMap.Parsed | YAMLSeq.Parsed): ParsedNode | null | undefined {
  if (isSeq(node)) return (node.items as ParsedNode[]).at(-1);
  return (node as YAMLMap.Parsed).items.filter(({ key }) => !(isScalar(key) && key.value === 'stamps')).at(-1)
    ?.value;
}

function endOf(node: ParsedNode): number {
  const last = (isMap(node) || isSeq(node)) && !node.flow ? lastOf(node) : null;
  return last ? endOf(last) : node.range[1];
}

function endOfLine(file: string, from: number): number {
  if (file[from - 1] === '\n') return from;
  const end = file.indexOf('\n', from);
  return end < 0 ? file.length : end + 1;
}
