import { text, type Text } from '@repere/feel';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Range,
  visit,
} from 'yaml';
import type { Problem } from '../documents/document';

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
  /** What is written at exactly this path; nothing where the file can't be read. */
  nodeAt(path: Path): ParsedNode | undefined;
}

const REMEDIES: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    BLOCK_AS_IMPLICIT_KEY: text(
      'Mettez le texte entre guillemets, ou écrivez-le en bloc après `>-`.',
      'Quote the text, or write it as a block after `>-`.',
    ),
    MULTILINE_IMPLICIT_KEY: text(
      'Mettez le texte entre guillemets, ou écrivez-le en bloc après `>-`.',
      'Quote the text, or write it as a block after `>-`.',
    ),
    BAD_INDENT: text(
      'Décalez de deux espaces sous la clé dont cela dépend.',
      'Indent with two spaces under the key it belongs to.',
    ),
    TAB_AS_INDENT: text(
      'Décalez avec des espaces, pas avec des tabulations.',
      'Indent with spaces, not with tabs.',
    ),
    NON_STRING_KEY: text(
      'Écrivez un nom avant les deux-points ; un texte qui commence par `{` ou `[` se met entre guillemets.',
      'Write a name before the colon; a text that begins with `{` or `[` is quoted.',
    ),
    TAG_RESOLVE_FAILED: text(
      'Retirez l’étiquette (`!…`) : les valeurs sont du YAML 1.2 simple.',
      'Leave the tag out: values are plain YAML 1.2.',
    ),
  }),
);

/** What the YAML library calls an error, in French; its own words are English. */
const FAULTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BAD_INDENT: 'Le décalage de cette ligne n’est pas celui de ce qui l’entoure.',
    BLOCK_AS_IMPLICIT_KEY: 'Deux `:` sur une ligne : on ne sait pas où finit la clé.',
    MULTILINE_IMPLICIT_KEY: 'Il manque un `:` après cette clé.',
    MISSING_CHAR: 'Il manque ici un signe : un guillemet, un crochet, une virgule ou `:`.',
    NON_STRING_KEY: 'Une clé est un nom.',
    TAB_AS_INDENT: 'Cette ligne commence par une tabulation.',
    TAG_RESOLVE_FAILED: 'Cette étiquette (`!…`) ne veut rien dire ici.',
    UNEXPECTED_TOKEN: 'Ce signe n’est pas attendu ici.',
    BAD_DQ_ESCAPE: 'Cette barre oblique inverse (`\\`) n’annonce rien de connu.',
    MULTIPLE_DOCS: 'Le fichier contient plusieurs documents, séparés par `---`.',
  }),
);

/** Longest file, in characters; the longest protocol has a tenth of it. */
const LONGEST = 500_000;
/** How deep maps and lists may nest. */
const DEEPEST = 40;

/** The value and positions of one YAML 1.2 text. Never throws: what can't be read comes back as problems. */
export function readYaml(content: string, file: string): YamlSource {
  if (content.length > LONGEST) {
    const size = (content.length / 1_000_000).toFixed(1);
    const message = text(
      `Ce fichier est trop long pour être lu : ${size} million de caractères, un demi-million au plus.`,
      `This file is too long to be read: ${size} million characters, half a million at most.`,
    );
    return unreadable(
      file,
      { line: 1, column: 1 },
      'too-long',
      message,
      text('Vérifiez que c’est le bon fichier.', 'Check that it is the right file.'),
    );
  }
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parse(content, lines);
  const deep = document ? tooDeep(document) : 0;
  if (!document || deep !== undefined) {
    const message = text(
      'Ici, les listes et les blocs sont emboîtés trop profondément pour être lus.',
      'Maps and lists are nested too deeply here to be read.',
    );
    const at = document ? position(deep ?? 0) : { line: 1, column: 1 };
    return unreadable(
      file,
      at,
      'too-deep',
      message,
      text('Fermez les crochets, ou corrigez les décalages.', 'Close the brackets, or mend the indentation.'),
    );
  }
  const problems = [...document.errors, ...document.warnings].map((fault): Problem => ({
    file,
    ...position(fault.pos[0]),
    code: 'yaml',
    message: text(FAULTS.get(fault.code) ?? 'Ceci n’est pas du YAML correct.', firstLine(fault.message)),
    remedy:
      REMEDIES.get(fault.code) ??
      text(
        'Mettez entre guillemets les textes qui contiennent `:`, `#`, `{`, `[` ou commencent par un signe.',
        'Quote texts that hold `:`, `#`, `{`, `[` or begin with a sign.',
      ),
    severity: 'error',
  }));
  if (problems.length === 0)
    problems.push(...repeatedKeys(document, file, position), ...anchorsIn(document, file, position));
  return {
    file,
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    at: (path, offsetInText) => {
      const node = valueNode(document, path);
      const start = node?.range?.[0] ?? 0;
      if (offsetInText === undefined || !isScalar(node) || typeof node.value !== 'string')
        return position(start);
      return position(start + offsetOfCharacter(content, node.range, node.value, offsetInText));
    },
    atKey: (path) => position(keyOffset(document, path)),
    nodeAt: (path) => (problems.length > 0 ? undefined : nodeAt(document, path)),
  };
}

/** `undefined` where the parser itself gives up: it walks nested brackets with the machine's own stack. */
function parse(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      // The library compares every key with every other; `repeatedKeys` asks a set.
      uniqueKeys: false,
      stringKeys: true,
    });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function unreadable(file: string, place: Position, code: string, message: Text, remedy: Text): YamlSource {
  const at = () => place;
  const problems: readonly Problem[] = [{ file, ...place, code, message, remedy, severity: 'error' }];
  return { file, value: undefined, problems, at, atKey: at, nodeAt: () => undefined };
}

/** Where the first thing stands that is nested too deeply. */
function tooDeep(document: Document): number | undefined {
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (!isMap(node) && !isSeq(node)) continue;
    if (depth >= DEEPEST) return node.range?.[0] ?? 0;
    for (const item of node.items) open.push({ node: isPair(item) ? item.value : item, depth: depth + 1 });
  }
  return undefined;
}

function repeatedKeys(
  document: Document,
  file: string,
  position: (offset: number) => Position,
): readonly Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name === undefined) continue;
        if (seen.has(name)) {
          const message = text(`\`${name}\` est écrit deux fois.`, `\`${name}\` is written twice.`);
          const place = position((key as Ranged).range?.[0] ?? 0);
          problems.push({
            file,
            ...place,
            code: 'duplicate-key',
            message,
            remedy: text('Gardez l’un des deux.', 'Keep one of the two.'),
            severity: 'error',
          });
        }
        seen.add(name);
      }
    },
  });
  return problems;
}

/** What stands for something else can stand for itself, or for more than fits in memory: every value is written out. */
function anchorsIn(
  document: Document,
  file: string,
  position: (offset: number) => Position,
): readonly Problem[] {
  const problems: Problem[] = [];
  const refuse = (node: Ranged) => {
    problems.push({
      file,
      ...position(node.range?.[0] ?? 0),
      code: 'yaml',
      message: text(
        'Les ancres et les renvois (`&nom`, `*nom`) ne font pas partie du langage.',
        'Anchors and aliases (`&name`, `*name`) are not part of the language.',
      ),
      remedy: text(
        'Écrivez la valeur en entier ; une étape qui sert à plusieurs protocoles va dans parts.yaml.',
        'Write the value out; a step that several protocols use goes into parts.yaml.',
      ),
      severity: 'error',
    });
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, node) => refuse(node),
    Value: (_, node) => (node.anchor === undefined ? undefined : refuse(node)),
  });
  return problems;
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

function nodeAt(document: Document, path: Path): ParsedNode | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    // A map takes `0` for the key `0`, a list for its first.
    if (!isSeq(node) && !isMap(node)) return undefined;
    node = node.get(step, true);
  }
  return isNode(node) ? (node as ParsedNode) : undefined;
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
