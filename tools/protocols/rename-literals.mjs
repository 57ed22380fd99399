// Names of protocols in a source that is about them, renamed: literals, and keys of objects that hold answers.
import ts from 'typescript';

/** A name that is no word of any language. */
const isDistinctive = (name) => /[_-]/.test(name) || /^[A-Z][A-Z0-9]{2,}$/.test(name);
/** Only names, signs between them and versions: `care.unmet_need`, `care@1.0.0`, `care/1.0.0/examples/`. */
const IS_PATH = /^[\w-]+([@/.#:][\w.-]+)*\/?$/;
/** A condition, or YAML: what no sentence has. */
const IS_CONDITION = /\w\(\w|\w\) | (=|!=|<|>|<=|>=) |\n\s+[\w-]+:/;
const TOKEN = /[A-Za-z_][\w-]*/g;
/** Roles of accounts, called as a fact is: a literal of the name is the role. */
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
      if (!isTold(node) && !isWordOfCode(node) && !ROLES.has(node.text)) put(node, raw, renameWords(raw, node.text, names));
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

/** What stands, alone or in a list, under a key whose values are words of the language, or as an answer: its code. */
function isWordOfCode(node) {
  const given = ts.isArrayLiteralExpression(node.parent) ? node.parent : node;
  const { parent } = given;
  if (!ts.isPropertyAssignment(parent) || parent.initializer !== given) return false;
  return VALUES_OF_CODE.has(parent.name.getText()) || holdsNames(parent);
}
const VALUES_OF_CODE = new Set(['kind', 'state', 'status', 'type', 'class', 'purpose', 'act', 'child', 'title', 'note', 'reasons', 'reason']);

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
  const { parent } = property;
  if (!parent || !ts.isObjectLiteralExpression(parent)) return false;
  if (HOLDERS.test(holderOf(parent))) return true;
  return ts.isPropertyAssignment(parent.parent) && holdsNames(parent.parent);
}

const HOLDERS = /^(values|set|given|row|facts|versions|inForce|known|answers|learnt|did|amended|outcomes|[A-Z][A-Z_]+)$/;

/** The name of what is given this object. */
function holderOf(object) {
  const { parent } = object;
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.name.getText();
  if (ts.isCallExpression(parent)) return calledName(parent.expression);
  return ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) ? holderOf(parent) : '';
}
