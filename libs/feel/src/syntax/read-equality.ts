import { parseExpression } from './parse-expression';

/** `name = "code"` and nothing else; `null`: it is something else. */
export function readEquality(expression: string): { readonly name: string; readonly code: string } | null {
  const parsed = parseExpression(expression);
  if (!parsed.ok || parsed.value.kind !== 'comparison' || parsed.value.operator !== '=') return null;
  const { left, right } = parsed.value;
  if (left.kind !== 'name' || right.kind !== 'literal' || typeof right.value !== 'string') return null;
  return { name: left.name, code: right.value };
}
