import ts from 'typescript';

/** The line of its file on which a node begins, from 1. */
export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** How a node begins. */
export const firstLineOf = (node: ts.Node): string => node.getText().split('\n')[0] ?? '';

/** What stands in brackets, under a cast or a `!`. */
export function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)
    ? unwrapped(node.expression)
    : node;
}

/** The name behind the last dot, with or without a cast: `type` of `a.b.type`, `type`, `it()?.type!`; empty where there is none. */
export function lastName(expression: ts.Expression): string {
  const node = unwrapped(expression);
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}
