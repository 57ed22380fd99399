import ts from 'typescript';
import { firstLineOf, lineOf, unwrapped } from './source-places';

/** Where the text of a condition is searched as a text. */
export interface TextSearch {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const OF_PATTERN = new Set(['test', 'exec']);
const OF_TEXT = new Set([
  'match',
  'matchAll',
  'search',
  'replace',
  'replaceAll',
  'split',
  'includes',
  'indexOf',
  'startsWith',
]);

/**
 * Searches in what documents hold as a condition: by a property of theirs that is one (`keys`), by a name that a file gives to it,
 * or in what a function takes as an `ExpressionText`. What a condition speaks of, the parser says.
 */
export function findTextSearches(
  file: string,
  text: string,
  keys: ReadonlySet<string>,
): readonly TextSearch[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const named = new Set<string>();
  const isCondition = (expression: ts.Expression): boolean => {
    const node = unwrapped(expression);
    if (ts.isBinaryExpression(node)) return isCondition(node.left);
    if (ts.isIdentifier(node)) return named.has(node.text);
    return ts.isPropertyAccessExpression(node) && keys.has(node.name.text);
  };
  const noteNames = (node: ts.Node): void => {
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name))
      if (keys.has((node.propertyName ?? node.name).getText())) named.add(node.name.text);
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name)) {
      const isTyped = /^(readonly )?ExpressionText\b/.test(node.type?.getText() ?? '');
      if (isTyped || (node.initializer && isCondition(node.initializer))) named.add(node.name.text);
    }
    ts.forEachChild(node, noteNames);
  };
  const found: TextSearch[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: of, name } = node.expression;
      const [asked] = node.arguments;
      const isSearch =
        (OF_TEXT.has(name.text) && isCondition(of)) ||
        (OF_PATTERN.has(name.text) && isPattern(of) && asked !== undefined && isCondition(asked));
      if (isSearch) found.push({ file, line: lineOf(node), code: firstLineOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  noteNames(source);
  visit(source);
  return found;
}

/** A regular expression: written here, made, or in a constant, which is in capitals. */
const isPattern = (node: ts.Expression): boolean =>
  ts.isRegularExpressionLiteral(node) ||
  ts.isNewExpression(node) ||
  (ts.isIdentifier(node) && /^[A-Z]/.test(node.text));
