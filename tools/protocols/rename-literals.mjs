// Names of protocols in a source that is about them, renamed: literals, and keys of objects that hold answers.
import ts from 'typescript';
import { FIXED } from './rename-ids.mjs';

/** A name that is no word of any language. */
const isDistinctive = (name) => /[_-]/.test(name) || /^[A-Z][A-Z0-9]{2,}$/.test(name);
/** Only names, signs between them and versions: `care.unmet_need`, `care@1.0.0`, `care/1.0.0/examples/`. */
const IS_PATH = /^[\w-]+([@/.#:][\w.-]+)*\/?$/;
/** A condition, or YAML: what no sentence has. */
const IS_CONDITION = /\w\(\w|\w\) | (=|!=|<|>|<=|>=) |\n\s+[\w-]+:/;
const TOKEN = /[A-Za-z_][\w-]*/g;
/** Roles of accounts that are called as a fact is. */
const ROLES = new Set(['supervisor', 'partner']);
/** Keys that are words of the code wherever they stand. */
const OF_CODE = new Set(['id', 'at', 'by', 'kind', 'values', 'status', 'state', 'title', 'note', 'facts', 'steps', 'reason', 'answer']);
/** Calls whose words people read. */
const TOLD = new Set(['it', 'describe', 'each', 'Error', 'test']);

/** The source with every name of `names` called otherwise. */
export function renameLiterals(text, names, path = 'a.ts') {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const edits = [];
  const put = (node, before, after) => {
    if (after === before) return;
    edits.push({ start: node.getStart(source), end: node.getEnd(), after });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (isText(node)) {
      const raw = node.getText(source);
      if (!isTold(node) && !isWordOfCode(node) && !isWordOfProduct(node)) put(node, raw, renameWords(raw, node.text, names));
      return;
    }
    if (ts.isShorthandPropertyAssignment(node)) {
      const other = names.get(node.name.text);
      if (other && holdsNames(node)) put(node, node.name.text, `${other}: ${node.name.text}`);
      return;
    }
    if (isKey(node)) {
      const name = node.text;
      const other = names.get(name);
      if (other && (isDistinctive(name) || (holdsNames(node.parent) && !OF_CODE.has(name)))) put(node, name, other);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, after }) => all.slice(0, start) + after + all.slice(end), text);
}

const isText = (node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** A key of an object or what stands behind a dot. */
const isKey = (node) =>
  ts.isIdentifier(node) &&
  ((ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
    (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node));

const isTold = (node) =>
  ts.isCallExpression(node.parent) && node.parent.arguments[0] === node && TOLD.has(calledName(node.parent.expression));

/** What stands, alone or in a list, under a key whose values are words of the language. */
function isWordOfCode(node) {
  const given = ts.isArrayLiteralExpression(node.parent) ? node.parent : node;
  const { parent } = given;
  if (!ts.isPropertyAssignment(parent) || parent.initializer !== given) return false;
  return VALUES_OF_CODE.has(parent.name.getText()) && !holdsNames(parent);
}
const VALUES_OF_CODE = new Set(['kind', 'state', 'status', 'type', 'class', 'purpose', 'act', 'child', 'title', 'note']);

/** A word of the product, as an answer or a role; as a name it is given to a method, `did(…, 'family')`, or said to be one. */
const isWordOfProduct = (node) =>
  ROLES.has(node.text) ||
  (FIXED.has(node.text) &&
  !(ts.isCallExpression(node.parent) && calledName(node.parent.expression) !== 'each') &&
  !(ts.isPropertyAssignment(node.parent) && /^(step|fact|protocol)$/.test(node.parent.name.getText())));

function calledName(node) {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}

function renameWords(raw, said, names) {
  const isNames = IS_PATH.test(said) || IS_CONDITION.test(said);
  return raw.replace(TOKEN, (it) => (isNames || isDistinctive(it) ? (names.get(it) ?? it) : it));
}

/** Whether the keys of the object in which this one stands are names: what is given to it holds answers, or it is one of those. */
function holdsNames(property) {
  const object = property.parent;
  if (!object || !ts.isObjectLiteralExpression(object)) return false;
  if (HOLDERS.test(holderOf(object))) return true;
  const of = placeOf(object);
  if (ts.isSpreadAssignment(of)) return holdsNames(of);
  // A piece of evidence is told by words of the code.
  return ts.isPropertyAssignment(of) && holdsNames(of) && holderOf(of.parent) !== 'evidence';
}

/** Where an object is put: through brackets, casts and what is chosen between. */
function placeOf({ parent }) {
  const isThrough =
    ts.isConditionalExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    (ts.isBinaryExpression(parent) && !ts.isAssignmentOperator(parent.operatorToken.kind));
  return isThrough ? placeOf(parent) : parent;
}

const HOLDERS = /^(values|set|given|row|facts|versions|inForce|known|answers|learnt|amended|evidence|outcomes|[A-Z][A-Z_]+)$/;

/** The name of what is given this object. */
function holderOf(object) {
  const place = placeOf(object);
  if (ts.isPropertyAssignment(place) || ts.isVariableDeclaration(place)) return place.name.getText();
  return ts.isCallExpression(place) ? calledName(place.expression) : '';
}
