import type { Syntax } from './syntax';

/** An expression and all that it is made of, in the order of the text, the whole before its parts. */
export function* walkSyntax(syntax: Syntax): Generator<Syntax> {
  yield syntax;
  for (const part of innerOf(syntax)) yield* walkSyntax(part);
}

function innerOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'path':
    case 'negation':
      return [syntax.of];
    case 'call':
      return syntax.args;
    case 'arithmetic':
    case 'comparison':
      return [syntax.left, syntax.right];
    case 'membership':
      return [
        syntax.of,
        ...syntax.among.flatMap((it) => (it.kind === 'interval' ? [it.low, it.high] : [it])),
      ];
    case 'junction':
      return syntax.operands;
    case 'quantified':
      return [syntax.list, syntax.condition];
  }
}
