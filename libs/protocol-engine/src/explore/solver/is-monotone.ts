import type { IntervalSyntax, Syntax } from '../../feel/syntax';
import type { Place } from './world';

/** Words whose answer more knowledge may turn around. Marks of steps are the same for both children, so they are none. */
const TURNING = new Set([
  'answer',
  'count_answers',
  'latest',
  'state',
  'steps',
  'outcome',
  'ended',
  'run',
  'started',
]);

/** Whether knowing more of the facts can only make the value known, never another one. In doubt: no. */
export function isMonotone(syntax: Syntax | IntervalSyntax, place: Place): boolean {
  const all = (...parts: readonly (Syntax | IntervalSyntax)[]) => parts.every((it) => isMonotone(it, place));
  switch (syntax.kind) {
    case 'literal':
      return true;
    case 'name':
      return isMonotoneName(syntax.name, place);
    case 'path':
      return all(syntax.of);
    case 'call':
      return !TURNING.has(syntax.word) && (isOfStep(syntax.word) || all(...syntax.args));
    case 'negation':
      return all(syntax.of);
    case 'arithmetic':
    case 'comparison':
      return all(syntax.left, syntax.right);
    case 'membership':
      return all(syntax.of, ...syntax.among);
    case 'interval':
      return all(syntax.low, syntax.high);
    case 'junction':
      return all(...syntax.operands);
    case 'quantified':
      return all(syntax.list, syntax.condition);
  }
}

const isOfStep = (word: string): boolean => word === 'done' || word === 'approved' || word === 'in_effect';

function isMonotoneName(name: string, { protocol }: Place): boolean {
  if (TURNING.has(name)) return false;
  const derived = protocol.derived[protocol.derivedIndex.get(name) ?? -1];
  const list = protocol.factOf.get(name)?.list;
  return (derived?.isMonotone ?? true) && [...(list?.derived.values() ?? [])].every((it) => it.isMonotone);
}
