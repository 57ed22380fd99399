// Names of protocols in a source that is about them, renamed: literals, and keys of objects that hold answers.
import ts from 'typescript';
import { FIXED, LANGUAGE } from './rename-ids.mjs';

/** A name that is no word of any language. */
const isDistinctive = (name) => /[_-]/.test(name) || /^[A-Z][A-Z0-9]{2,}$/.test(name);
/** Only names, signs between them and versions: `care.unmet_need`, `care@1.0.0`, `care/1.0.0/examples/`. */
const IS_PATH = /^[\w-]+([@/.#:][\w.-]+)*\/?$/;
/** A condition, or YAML: what no sentence has. */
const IS_CONDITION = /\w\(\w|\w\) | (=|!=|<|>|<=|>=) | in \(|^(and|or) .* in$|(^|\n)\s*(- )?[a-z_]+: /;
const TOKEN = /[A-Za-z_][\w-]*/g;
/** Roles of accounts that are called as a fact is. */
const ROLES = new Set(['supervisor', 'partner']);
/** Keys that are words of the code wherever they stand. */
const OF_CODE = new Set([
  'id',
  'at',
  'by',
  'kind',
  'values',
  'status',
  'state',
  'title',
  'note',
  'facts',
  'steps',
  'reason',
  'answer',
]);
/** Calls whose words people read. */
const TOLD = new Set(['it', 'describe', 'each', 'Error', 'test']);

/** The source with every name of `names` called otherwise. */
export function renameLiterals(text, names, path = 'a.ts') {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const put = putUnder(source);
  const edits = [];
  const edit = (node, before, after) => {
    if (after === before) return;
    edits.push({ start: node.getStart(source), end: node.getEnd(), after });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (isText(node)) {
      const raw = node.getText(source);
      if (!isTold(node) && !isWordOfCode(node) && !isWordOfProduct(node))
        edit(node, raw, renameWords(raw, node.text, names));
      return;
    }
    if (ts.isRegularExpressionLiteral(node)) {
      // With blanks, so that a word alone is no name.
      edit(node, node.text, renameWords(node.text, node.text.replace(/^\/\^?/, '') + ' ', names));
      return;
    }
    if (ts.isShorthandPropertyAssignment(node)) {
      const other = names.get(node.name.text);
      if (other && holdsNames(node, put)) edit(node, node.name.text, `${other}: ${node.name.text}`);
      return;
    }
    if (isKey(node)) {
      const name = node.text;
      const other = names.get(name);
      if (other && (isDistinctive(name) || (holdsNames(node.parent, put) && !OF_CODE.has(name))))
        edit(node, name, other);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, after }) => all.slice(0, start) + after + all.slice(end), text);
}

/** Under which key a constant is put, where that says what its own keys are: `evidence: written`, `by: [INTERPRETER]`. */
function putUnder(source) {
  const keys = new Map();
  const visit = (node, key) => {
    if (ts.isIdentifier(node) && (key === 'by' || HOLDERS.test(key))) keys.set(node.text, key);
    if (ts.isPropertyAssignment(node))
      visit(node.initializer, node.name.getText(source) === 'by' ? 'by' : keyOf(node, key));
    else ts.forEachChild(node, (it) => visit(it, key));
  };
  // Who did something is told by words of the code, whatever these hold.
  const keyOf = (node, key) => (key === 'by' ? key : node.name.getText(source));
  visit(source, '');
  return keys;
}

const isText = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

/** A key of an object or what stands behind a dot. */
const isKey = (node) =>
  ts.isIdentifier(node) &&
  ((ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
    (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node));

const isTold = (node) =>
  ts.isCallExpression(node.parent) &&
  node.parent.arguments[0] === node &&
  TOLD.has(calledName(node.parent.expression));

/** What stands, alone or in a list, under a key whose values are words of the language. */
function isWordOfCode(node) {
  const given = ts.isArrayLiteralExpression(node.parent) ? node.parent : node;
  const { parent } = given;
  if (!ts.isPropertyAssignment(parent) || parent.initializer !== given) return false;
  return VALUES_OF_CODE.has(parent.name.getText()) && !holdsNames(parent);
}
const VALUES_OF_CODE = new Set([
  'on',
  'kind',
  'state',
  'status',
  'type',
  'class',
  'purpose',
  'act',
  'child',
  'title',
  'note',
]);

/** Calls that take words of the product: what is expected is a state or an answer. */
const TAKES_WORDS = /^(each|to[A-Z]\w*)$/;

/** A word of the product, as an answer or a role; as a name it is given to a method, `did(…, 'family')`, or said to be one. */
const isWordOfProduct = (node) =>
  ROLES.has(node.text) ||
  (FIXED.has(node.text) &&
    !(ts.isCallExpression(node.parent) && !TAKES_WORDS.test(calledName(node.parent.expression))) &&
    !(ts.isPropertyAssignment(node.parent) && /^(step|fact|protocol)$/.test(node.parent.name.getText())));

function calledName(node) {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}

/** Keys of steps, openings and outcomes whose values are names or conditions. */
const KEYS = new Set([
  ...[
    'id',
    'part',
    'after',
    'when',
    'unless',
    'ready',
    'fields',
    'required',
    'decides',
    'reasons',
    'approvedBy',
    'evidence',
  ],
  ...[
    'due',
    'opensAt',
    'adds',
    'about',
    'closes',
    'requires',
    'that',
    'steps',
    'facts',
    'is',
    'from',
    'protocol',
    'until',
  ],
]);

function renameWords(raw, said, names) {
  const isNames = IS_PATH.test(said) || IS_CONDITION.test(said);
  return raw.replace(TOKEN, (it, at) => {
    // `approvedBy: { role: SUP }`: a key of a file, not the fact that is called so.
    const isKey = (LANGUAGE.has(it) || KEYS.has(it)) && /^\s*:(\s|$)/.test(raw.slice(at + it.length));
    // `calls.yaml`: a file beside the protocols, not the fact that is called so.
    const isFile = /^\.ya?ml\b/.test(raw.slice(at + it.length));
    // `7 hours`: a period, not the fact that is called so.
    const isUnit = /\d $/.test(raw.slice(0, at));
    return !isKey && !isFile && !isUnit && (isNames || isDistinctive(it)) ? (names.get(it) ?? it) : it;
  });
}

/** Whether the keys of the object in which this one stands are names: what is given to it holds answers, or it is one of those. */
function holdsNames(property, put = NOWHERE) {
  const object = property.parent;
  if (!object || !ts.isObjectLiteralExpression(object)) return false;
  const holder = holderOf(object, put);
  if (HOLDERS.test(holder)) return true;
  const of = placeOf(object);
  if (ts.isSpreadAssignment(of)) return holdsNames(of, put);
  // A piece of evidence is told by words of the code.
  return ts.isPropertyAssignment(of) && holdsNames(of, put) && holderOf(of.parent, put) !== 'evidence';
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

const NOWHERE = new Map();
const HOLDERS =
  /^(values|set|given|row|facts|versions|inForce|known|answers|learnt|amended|evidence|outcomes|[A-Z][A-Z_]+)$/;

/** The name of what is given this object; of a constant, the key under which that is put. */
function holderOf(object, put) {
  const place = placeOf(object);
  if (ts.isPropertyAssignment(place)) return place.name.getText();
  if (ts.isVariableDeclaration(place)) return put.get(place.name.getText()) ?? place.name.getText();
  return ts.isCallExpression(place) ? calledName(place.expression) : '';
}
