import { type CaseFold, type CompiledProtocol, condition, type RunFold, testIn } from '@repere/case-engine';
import { parseExpression, type Syntax } from '@repere/feel';
import type { ExpressionText } from '@repere/protocol';

/** A condition that has to be exactly so, neither otherwise nor unknown. */
export interface Wanted {
  readonly text: ExpressionText;
  readonly is: boolean;
}

/**
 * The parts that must all be exactly so for a condition to be exactly `is`: what can't be for one part can't be for the
 * whole. Derived conditions are taken apart too. A part that can't be divided is given back as it is.
 */
export function conjunctsOf(
  protocol: CompiledProtocol,
  text: ExpressionText,
  is: boolean,
): readonly Wanted[] {
  const parsed = parseExpression(text);
  return parsed.ok ? divide(protocol, text, parsed.value, is) : [{ text, is }];
}

function divide(protocol: CompiledProtocol, text: string, syntax: Syntax, is: boolean): readonly Wanted[] {
  if (syntax.kind === 'junction' && (syntax.word === 'and') === is) {
    return syntax.operands.flatMap((it) => divide(protocol, text, it, is));
  }
  if (syntax.kind === 'call' && syntax.word === 'not' && syntax.args[0]) {
    return divide(protocol, text, syntax.args[0], !is);
  }
  if (syntax.kind === 'name') {
    const derived = protocol.document.derived[syntax.name];
    if (typeof derived === 'string') return conjunctsOf(protocol, derived, is);
  }
  return [{ text: text.slice(syntax.from, syntax.to), is }];
}

/** Whether the run is as wanted. */
export type Test = (fold: CaseFold, run: RunFold) => boolean;

/** All of them, compiled once in the names of the protocol. */
export function testOf(protocol: CompiledProtocol, wanted: readonly Wanted[]): Test {
  const tests = wanted.map(({ text, is }) => ({ is, of: condition(text, protocol.scope, text) }));
  return (fold, run) => tests.every(({ is, of }) => testIn(fold, run, -1, of) === is);
}
