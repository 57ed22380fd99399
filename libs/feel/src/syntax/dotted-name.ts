import type { Syntax } from './syntax';

/** The name with its dots, when nothing but names is in it. */
export function dottedName(syntax: Syntax): string | undefined {
  if (syntax.kind === 'name') return syntax.name;
  if (syntax.kind !== 'path') return undefined;
  const head = dottedName(syntax.of);
  return head === undefined ? undefined : `${head}.${syntax.field}`;
}
