import {
  compileCases,
  compileCondition as compileTruth,
  type Compiled,
  compileExpression,
  type Scope,
} from '@repere/feel';
import type { DerivedText } from '@repere/protocol';
import type { Env, StateCondition, StateExpression } from './protocol-set';

/** A protocol that the engine can't compile. The checker finds these before publication, with file and line. */
export class UncheckedProtocolError extends Error {
  override readonly name = 'UncheckedProtocolError';
}

/** The condition, compiled; `null` where the protocol has none. Throws `UncheckedProtocolError`, saying where. */
export function optionalCondition(
  source: string | undefined,
  scope: Scope<Env>,
  where: string,
): StateCondition | null {
  return source === undefined ? null : condition(source, scope, where);
}

export function condition(source: string, scope: Scope<Env>, where: string): StateCondition {
  return unwrap(compileTruth(source, scope), source, where);
}

/** A derived value: an expression, or the first of its cases that is exactly true. */
export function derivedExpression(source: DerivedText, scope: Scope<Env>, where: string): StateExpression {
  const compiled =
    typeof source === 'string' ? compileExpression(source, scope) : compileCases(source, scope);
  return unwrap(compiled, JSON.stringify(source), where);
}

function unwrap<T>(compiled: Compiled<T>, source: string, where: string): T {
  if (compiled.ok) return compiled.value;
  const [problem] = compiled.problems;
  throw new UncheckedProtocolError(`${where}: ${problem?.message.en ?? 'not understood'} (${source})`);
}
