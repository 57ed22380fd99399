import ts from 'typescript';
import { firstLineOf, lastName, lineOf } from './source-places';

/** Where a file tells a kind of answer by its name. */
export interface NamedKind {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const EQUALS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
/** Names of what holds a kind. */
const HOLDS_KIND = ['type', 'factType', 'fieldType'];
const ASKS_AMONG = new Set(['includes', 'has', 'indexOf', 'some', 'startsWith', 'endsWith']);

/**
 * Comparisons of a fact's kind with a name, lookups among names and tables that lack some of them: `type === 'list'`, a `case`, a
 * `Partial<Record<FactTypeName, …>>`; also by another name that the file gives to it.
 */
export function findNamedKinds(file: string, text: string, names: ReadonlySet<string>): readonly NamedKind[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const holders = new Set(HOLDS_KIND);
  const found: NamedKind[] = [];
  const note = (node: ts.Node): void => {
    found.push({ file, line: lineOf(node), code: firstLineOf(node) });
  };
  const isKind = (node: ts.Expression): boolean => holders.has(lastName(node));
  const isName = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && names.has(node.text);
  const noteAliases = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer &&
      isKind(node.initializer)
    )
      holders.add(node.name.text);
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name) && node.propertyName?.getText() === 'type')
      holders.add(node.name.text);
    ts.forEachChild(node, noteAliases);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && EQUALS.has(node.operatorToken.kind)) {
      const { left, right } = node;
      if ((isKind(left) && isName(right)) || (isName(left) && isKind(right))) note(node);
    }
    if (ts.isSwitchStatement(node) && isKind(node.expression))
      for (const clause of node.caseBlock.clauses)
        if (ts.isCaseClause(clause) && isName(clause.expression)) note(clause.expression);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && isAmongNames(node))
      note(node);
    if (ts.isTypeReferenceNode(node) && /^Partial<.*Record<FactTypeName\b/s.test(node.getText())) note(node);
    ts.forEachChild(node, visit);
  };
  const isAmongNames = ({ expression, arguments: [asked] }: ts.CallExpression): boolean => {
    if (!ts.isPropertyAccessExpression(expression) || !ASKS_AMONG.has(expression.name.text) || !asked)
      return false;
    if (isKind(asked)) return namesIn(expression.expression).some((it) => names.has(it));
    return isKind(expression.expression) && isName(asked);
  };
  /** Literals of a list, written here or in the constant that is named. */
  const namesIn = (node: ts.Node): readonly string[] => {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isIdentifier(node)) return constants.get(node.text) ?? [];
    const inside: string[] = [];
    ts.forEachChild(node, (child) => void inside.push(...namesIn(child)));
    return inside;
  };
  const constants = new Map<string, readonly string[]>();
  const noteConstants = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      if (ts.isArrayLiteralExpression(node.initializer) || ts.isNewExpression(node.initializer))
        constants.set(node.name.text, namesIn(node.initializer));
    ts.forEachChild(node, noteConstants);
  };
  noteConstants(source);
  noteAliases(source);
  visit(source);
  return found;
}
