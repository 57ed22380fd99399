import { TermCompiler } from './compile-term';
import type { Compiled, Condition, Expression, FeelProblem, Reference, Scope } from '../expression-types';
import { parseExpression } from '../syntax/parse-expression';
import { requireCondition } from './require-condition';
import { isSettled, type ConditionTerm, type Term } from './condition-term';

/**
 * An expression parsed, typed against the scope and compiled to closures, or everything that is wrong with it. Compile
 * once a version; evaluating costs well under a microsecond.
 */
export function compileExpression<Env>(source: string, scope: Scope<Env>): Compiled<Expression<Env>> {
  const term = compileText(source, scope, (_, compiled) => compiled);
  return term.ok ? { ok: true, value: expressionOf(source, term.value) } : term;
}

/** The same for what must be true, false or unknown. */
export function compileCondition<Env>(source: string, scope: Scope<Env>): Compiled<Condition<Env>> {
  const term = compileText<Env, ConditionTerm<Env>>(source, scope, requireCondition);
  return term.ok ? { ok: true, value: { ...expressionOf(source, term.value), test: term.value.test } } : term;
}

/** The term of a source text, for those that build expressions out of several. */
export function compileText<Env, T extends Term<Env>>(
  source: string,
  scope: Scope<Env>,
  require: (compiler: TermCompiler<Env>, term: Term<Env> | null) => T | null,
): Compiled<T> {
  const syntax = parseExpression(source);
  if (!syntax.ok) return syntax;
  const compiler = new TermCompiler(source, scope);
  const term = require(compiler, compiler.compile(syntax.value));
  return term ? { ok: true, value: term } : { ok: false, problems: inTextOrder(compiler.problems) };
}

/** What callers see of a term: references without repeats, in text order. */
export function expressionOf<Env>(source: string, term: Term<Env>): Expression<Env> {
  const { type, evaluate, isMonotone } = term;
  const references = withoutRepeats(term.references);
  const inOrder = (found: readonly Reference[]): readonly Reference[] =>
    found.length === 0 ? [] : references.filter((one) => found.some((other) => isSame(one, other)));
  return {
    source,
    type,
    evaluate,
    references,
    isMonotone,
    unresolved: (env) => inOrder(term.unresolved(env)),
    deciding: (env) => inOrder(isSettled(evaluate(env)) ? term.deciding(env) : term.unresolved(env)),
  };
}

function withoutRepeats(references: readonly Reference[]): readonly Reference[] {
  return references.filter((one, index) => references.findIndex((other) => isSame(one, other)) === index);
}

const isSame = (a: Reference, b: Reference): boolean => a.name === b.name && a.kind === b.kind;

const inTextOrder = (problems: readonly FeelProblem[]): readonly FeelProblem[] =>
  problems.toSorted((a, b) => a.from - b.from || a.to - b.to);
