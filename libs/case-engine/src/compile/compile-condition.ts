import type { CaseFold } from '../fold/case-fold';
import {
  type Condition,
  type Expression,
  compileCases,
  compileCondition as compileTruth,
  type Compiled,
  compileExpression,
  type Scope,
} from '@repere/feel';
import type { DerivedText } from '@repere/protocol';
import type { StateCondition, StateExpression } from './protocol-set';

/** A protocol that the engine can't compile. The checker finds these before publication, with file and line. */
export class UncheckedProtocolError extends Error {
  override readonly name = 'UncheckedProtocolError';
}

/** The condition, compiled; `null` where the protocol has none. Throws `UncheckedProtocolError`, saying where. */
export function optionalCondition(
  source: string | undefined,
  scope: Scope<CaseFold>,
  where: string,
): StateCondition | null {
  return source === undefined ? null : condition(source, scope, where);
}

export function condition(source: string, scope: Scope<CaseFold>, where: string): StateCondition {
  return ofFold(unwrap(compileTruth(source, scope), source, where));
}

/** A derived value: an expression, or the first of its cases that is exactly true. */
export function derivedExpression(
  source: DerivedText,
  scope: Scope<CaseFold>,
  where: string,
): StateExpression {
  const compiled =
    typeof source === 'string' ? compileExpression(source, scope) : compileCases(source, scope);
  return ofFold(unwrap(compiled, JSON.stringify(source), where));
}

/** The one place that says what `Env` is: whoever evaluates what is compiled has nothing else to hand in. */
function ofFold(compiled: Condition<CaseFold>): StateCondition;
function ofFold(compiled: Expression<CaseFold>): StateExpression;
function ofFold(compiled: Expression<CaseFold>): StateExpression {
  return compiled as StateExpression;
}

function unwrap<T>(compiled: Compiled<T>, source: string, where: string): T {
  if (compiled.ok) return compiled.value;
  const [problem] = compiled.problems;
  throw new UncheckedProtocolError(`${where}: ${problem?.message.en ?? 'not understood'} (${source})`);
}
