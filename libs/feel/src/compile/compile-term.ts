import type { Text } from '../value';
import { compileArithmetic, compileNegation } from '../numbers/compile-arithmetic';
import { compileCall } from './compile-call';
import { compileComparison } from '../operators/compile-comparison';
import { compileJunction } from '../operators/compile-junction';
import { compileMembership } from '../operators/compile-membership';
import { compileName } from './compile-name';
import { compilePath } from './compile-path';
import { compileQuantified } from '../lists/compile-quantified';
import type { Compiling, RowFrame } from './compiling';
import type { FeelProblem, FeelType, Scope } from '../expression-types';
import { feelProblem } from '../syntax/feel-problem';
import type { SourceRange, Syntax } from '../syntax/syntax';
import { BOOLEAN, NUMBER, readingTerm, type Term } from './condition-term';

/** Types a tree against a scope and turns it into closures. Collects every problem, not only the first. */
export class TermCompiler<Env> implements Compiling<Env> {
  constructor(
    private readonly source: string,
    readonly scope: Scope<Env>,
    readonly problems: FeelProblem[] = [],
    readonly frames: readonly RowFrame[] = [],
  ) {}

  compile(syntax: Syntax): Term<Env> | null {
    switch (syntax.kind) {
      case 'literal':
        return literalTerm(syntax, syntax.value);
      case 'name':
        return compileName(syntax, this);
      case 'path':
        return compilePath(syntax, this);
      case 'call':
        return compileCall(syntax, this);
      case 'negation':
        return compileNegation(syntax, this);
      case 'arithmetic':
        return compileArithmetic(syntax, this);
      case 'comparison':
        return compileComparison(syntax, this);
      case 'membership':
        return compileMembership(syntax, this);
      case 'junction':
        return compileJunction(syntax, this);
      case 'quantified':
        return compileQuantified(syntax, this);
    }
  }

  within(frame: RowFrame): Compiling<Env> {
    return new TermCompiler(this.source, this.scope, this.problems, [...this.frames, frame]);
  }

  refuseAt(place: SourceRange, message: Text, remedy: Text): null {
    const problem = feelProblem(place, message, remedy);
    const { from, to } = problem;
    const isRepeated = this.problems.some(
      (one) => one.from === from && one.to === to && one.message.en === problem.message.en,
    );
    if (!isRepeated) this.problems.push(problem);
    return null;
  }

  print({ from, to }: SourceRange): string {
    return this.source.slice(from, to).replace(/\s+/g, '').replaceAll(',', ', ');
  }
}

function literalTerm<Env>(place: SourceRange, value: number | string | boolean): Term<Env> {
  const term = readingTerm<Env>(place, literalType(value), () => value, undefined, true);
  return { ...term, literal: value };
}

function literalType(value: number | string | boolean): FeelType {
  if (typeof value === 'number') return NUMBER;
  return typeof value === 'string' ? { kind: 'choice', values: [value] } : BOOLEAN;
}
