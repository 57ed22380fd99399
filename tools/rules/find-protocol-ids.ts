import type { ProtocolDocument, SharedDocument } from '@repere/protocol';
import ts from 'typescript';
import { lineOf } from './source-places';

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
const isDistinctive = (id: string): boolean => /[_-]/.test(id) || /^[A-Z]{3,}$/.test(id);

/** Properties and columns that hold an id. */
const HOLDS_ID =
  /^(protocol|fact|factId|step|stepId|outcome|list|decides|part|facts|steps|protocols|inForce)$/;
/** A word of SQL that an id stands behind: `fact = 'danger'`, `step IN ('a', 'b')`. */
const IN_SQL = /\b(?:protocol|fact|step|outcome|rules)\b[^'"]{0,20}((?:'[\w-]+'(?:\s*,\s*)?)+)/g;

/**
 * Ids that stand in a source as literals: distinctive ones wherever they are a whole text, a key or a name behind a dot; plain
 * words where they are used as an id, beside something that holds one.
 */
export function findIds(file: string, text: string, ids: ReadonlySet<string>): readonly FoundId[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: FoundId[] = [];
  const note = (node: ts.Node, id: string): void => {
    found.push({ file, line: lineOf(node), id });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    for (const id of idsIn(node)) if (ids.has(id) && (isDistinctive(id) || isUsedAsId(node))) note(node, id);
    for (const id of idsInSql(node)) if (ids.has(id)) note(node, id);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function idsIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text.split(/[./]/);
  if (ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node) || ts.isPropertySignature(node))
    return ts.isIdentifier(node.name) && node.name.text.includes('_') ? [node.name.text] : [];
  return [];
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
  if (ts.isBinaryExpression(parent))
    return [parent.left, parent.right].some((side) => side !== node && HOLDS_ID.test(lastName(side)));
  if (ts.isPropertyAssignment(parent))
    return parent.initializer === node && HOLDS_ID.test(parent.name.getText());
  if (ts.isElementAccessExpression(parent))
    return parent.argumentExpression === node && HOLDS_ID.test(lastName(parent.expression));
  return false;
}

function lastName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}
