import type { ProtocolDocument, SharedDocument } from '@repere/protocol';
import ts from 'typescript';
import { lastName, lineOf } from './source-places';

/** Where a file of the product says an id of a protocol. */
export interface FoundId {
  readonly file: string;
  readonly line: number;
  readonly id: string;
}

/** Every name that a document gives to something: what the code may not know. Codes of answers belong to the roles of facts. */
export function idsOf(documents: readonly ProtocolDocument[], shared: SharedDocument): ReadonlySet<string> {
  const facts = [...documents.flatMap((it) => Object.values(it.facts)), ...Object.values(shared.facts)];
  return new Set([
    ...documents.flatMap(({ protocol }) => [protocol, protocol.replaceAll('-', '_')]),
    ...documents.flatMap(({ steps }) => steps.flatMap(({ id, part }) => [id, part ?? id])),
    ...documents.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)),
    ...documents.flatMap(({ derived, limits }) => [...Object.keys(derived), ...Object.keys(limits)]),
    ...documents.flatMap(({ opens, safeguards }) => [...opens, ...safeguards].map(({ id }) => id)),
    ...facts.flatMap(({ id, row = {}, derived = {} }) => [id, ...Object.keys(row), ...Object.keys(derived)]),
    ...Object.keys(shared.evidence),
    ...Object.keys(shared.moments),
  ]);
}

/** A name that is no word of any language: with an underscore, a hyphen, or in capitals. */
const isDistinctive = (id: string): boolean => /[_-]/.test(id) || isCapital(id);
const isCapital = (id: string): boolean => /^[A-Z]{3,}$/.test(id);

/** Properties, columns and constants that hold an id, or are looked up by one. */
const HOLDS_ID =
  /^(protocol|fact|factId|step|stepId|outcome|list|decides|part|facts|steps|protocols|outcomes|inForce)$|^([A-Z]+_)?(FACT|STEP|PROTOCOL|OUTCOME)S?$/;
/** What has an `id` that is one. */
const HAS_ID = /(step|fact|protocol|outcome|definition|document)$/i;
/** Calls that take an id. */
const TAKES_ID =
  /^(step|fact|protocol|outcome)(Of|Named|By|ById|At)?$|[a-z](Step|Fact|Protocol|Outcome)(Of|Named|By|ById)?$/;
/** A word of SQL that an id stands behind: `fact = 'danger'`, `step IN ('a', 'b')`. */
const IN_SQL = /\b(?:protocol|fact|step|outcome|rules)\b[^'"]{0,20}((?:'[\w-]+'(?:\s*,\s*)?)+)/g;
const TOKEN = /[A-Za-z_][\w-]*/g;

/**
 * Ids that stand in a source: distinctive ones wherever a text, a key or a name has them as a word; plain words where they are
 * used as an id, beside something that holds one.
 */
export function findIds(file: string, text: string, ids: ReadonlySet<string>): readonly FoundId[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, FoundId>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    for (const id of [...distinctiveIn(node), ...plainIn(node), ...idsInSql(node)])
      if (ids.has(id)) found.set(`${String(lineOf(node))} ${id}`, { file, line: lineOf(node), id });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values(), ...idsInComments(file, text, ids)];
}

/** What a comment names between backticks, of which a word is distinctive, or which is a place in protocols: `care@1.0.0`, `run(care)`. */
function idsInComments(file: string, text: string, ids: ReadonlySet<string>): readonly FoundId[] {
  return text.split('\n').flatMap((line, place) => {
    const [, comment = ''] = /(?:^\s*\*|\/\*\*|(?<!:)\/\/)(.*)/.exec(line) ?? [];
    return [...comment.matchAll(/`([^`]+)`/g)].flatMap(([, said = '']) => {
      const isPlace = /^[\w-]+@\d|^run\(/.test(said);
      return [...said.matchAll(TOKEN)]
        .map(([word]) => word)
        .filter((it) => (isPlace || /-/.test(it)) && ids.has(it))
        .map((id) => ({ file, line: place + 1, id }));
    });
  });
}

/** The same in a template, a text that is set, or words: `step.id === 'danger'`, `@case ('danger')`, `"step": "danger"`. */
export function findIdsInText(file: string, text: string, ids: ReadonlySet<string>): readonly FoundId[] {
  return text.split('\n').flatMap((said, place) => {
    const words = [...said.matchAll(TOKEN)].map(([word]) => word).filter(isDistinctive);
    const used = [...said.matchAll(USED_IN_TEXT)].map(([, id = '']) => id);
    return [...new Set([...words, ...used])]
      .filter((id) => ids.has(id))
      .map((id) => ({ file, line: place + 1, id }));
  });
}
const USED_IN_TEXT =
  /\b(?:protocol|fact|step|outcome|definition|document)(?:\.id|Id)?["']?\s*(?:[=!]==?|:|=)\s*["'`]([\w-]+)["'`]/g;

/** Words that no language has, in what is said and what is named. */
function distinctiveIn(node: ts.Node): readonly string[] {
  if (ts.isIdentifier(node)) return /[a-z]_/.test(node.text) || isNameInCapitals(node) ? [node.text] : [];
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateLiteralToken(node)) return [];
  const words = [...node.text.matchAll(TOKEN)].map(([word]) => word).filter(isDistinctive);
  // So are the words of a statement.
  return ts.isStringLiteralLike(node) && !node.text.includes(' ')
    ? words
    : words.filter((it) => !isCapital(it));
}

/** `outcomes.DORMANT`, `{ DORMANT: … }`; a constant is called so as well. */
const isNameInCapitals = (node: ts.Identifier): boolean =>
  /^[A-Z_]{3,}$/.test(node.text) &&
  ((ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node));

function plainIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return isUsedAsId(node) ? node.text.split(/[./@]/) : [];
  if (!ts.isIdentifier(node)) return [];
  const { parent } = node;
  const isLookedUp =
    ts.isPropertyAccessExpression(parent) && parent.name === node && holdsIds(parent.expression);
  const isKey = ts.isPropertyAssignment(parent) && parent.name === node && keysAreIds(parent.parent);
  return isLookedUp || isKey ? [node.text] : [];
}

function idsInSql(node: ts.Node): readonly string[] {
  const isText = ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node);
  if (!isText) return [];
  return [...node.text.matchAll(IN_SQL)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([\w-]+)'/g)].map(([, id = '']) => id),
  );
}

/** Whether a literal stands where an id would: compared with, given to, or looked up in something that holds one. */
function isUsedAsId(node: ts.Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (ts.isArrayLiteralExpression(parent)) return isUsedAsId(parent);
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isParenthesizedExpression(parent))
    return isUsedAsId(parent);
  if (ts.isBinaryExpression(parent))
    return [parent.left, parent.right].some((side) => side !== node && isId(side));
  if (ts.isCaseClause(parent)) return isId(parent.parent.parent.expression);
  if (ts.isPropertyAssignment(parent))
    return parent.initializer === node && HOLDS_ID.test(parent.name.getText());
  if (ts.isVariableDeclaration(parent)) return HOLDS_ID.test(parent.name.getText());
  if (ts.isElementAccessExpression(parent))
    return parent.argumentExpression === node && holdsIds(parent.expression);
  // new Set(['danger']), given to what holds ids.
  if (ts.isNewExpression(parent)) return isUsedAsId(parent);
  // ['danger'].includes(step)
  if (ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent))
    return parent.parent.arguments.some(isId);
  if (!ts.isCallExpression(parent)) return false;
  const called = parent.expression;
  if (ts.isPropertyAccessExpression(called) && /^(get|has|includes|indexOf)$/.test(called.name.text))
    return holdsIds(called.expression);
  return TAKES_ID.test(lastName(called));
}

const isId = (node: ts.Expression): boolean =>
  HOLDS_ID.test(lastName(node)) ||
  (ts.isPropertyAccessExpression(node) && node.name.text === 'id' && HAS_ID.test(lastName(node.expression)));

/** `facts`, `protocols`, `inForce`. */
const isOfMany = (name: string): boolean => HOLDS_ID.test(name) && /(s|inForce)$/i.test(name);
const holdsIds = (node: ts.Expression): boolean => isOfMany(lastName(node));

/** Whether an object is given to what is looked up by an id. */
function keysAreIds({ parent }: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent))
    return isOfMany(parent.name.getText());
  return (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) && keysAreIds(parent);
}
