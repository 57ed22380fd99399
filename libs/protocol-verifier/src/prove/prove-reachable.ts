import { type CompiledProtocol, type CompiledStep, stepState } from '@repere/case-engine';
import type { ProofFinding } from '@repere/protocol';
import type { Test, Wanted } from '../search/classes/conjuncts';
import { type Reached, reach, reachAnyhow } from '../search/distance/reachability';
import { isInExample } from './is-in-example';
import { findingAbout, boundOf, coveredBy, farther, type Proving } from './proving';

/** States in which a step can be done, or was. */
const OPEN: ReadonlySet<string> = new Set([
  'ready',
  'to-confirm',
  'awaiting-approval',
  'done-to-approve',
  'done',
]);

/** Whether some history lets the step be done. */
export function proveCanHappen(
  proving: Proving,
  protocol: CompiledProtocol,
  step: CompiledStep,
): ProofFinding {
  const { title, basis } = step.definition;
  // A record can be made out of order at any time: what counts is whether it is ever its turn.
  const open = step.definition.kind === 'recorded-act' ? new Set<string>(['ready']) : OPEN;
  const isOpen: Test = (fold, run) => open.has(stepState(fold, run, step.index));
  return proveOne(
    proving,
    protocol,
    findingAbout('can-happen', protocol, step.id, title, basis),
    [],
    step.id,
    isOpen,
  );
}

/** Whether some history comes to the outcome. */
export function proveCanBeReached(
  proving: Proving,
  protocol: CompiledProtocol,
  outcome: string,
): ProofFinding {
  const first = protocol.outcomes.find(({ definition }) => definition.id === outcome);
  const finding = findingAbout(
    'can-be-reached',
    protocol,
    outcome,
    first?.title ?? { fr: outcome, en: outcome },
  );
  return proveOne(proving, protocol, finding, [{ text: `outcome = "${outcome}"`, is: true }]);
}

/** A history proves it; that there is none is proven only once everything was seen. */
function proveOne(
  { world, limits }: Proving,
  protocol: CompiledProtocol,
  finding: ReturnType<typeof findingAbout>,
  wanted: readonly Wanted[],
  step?: string,
  isOpen?: Test,
): ProofFinding {
  const bounds = { ...limits, runs: 1 };
  const first = reach(
    world,
    protocol,
    wanted,
    { ...bounds, states: 600 },
    step === undefined ? [] : [step],
    isOpen,
  );
  const end = (verdict: ProofFinding['verdict'], ...more: readonly Reached[]): ProofFinding => ({
    ...finding,
    verdict,
    method: 'search',
    covered: coveredBy(first, ...more),
  });
  if (first.found) return end('proven');
  if ([...first.truncations].every((truncation) => truncation === 'runs')) return end('broken');
  const nearest = reachAnyhow(world, protocol, wanted, farther(bounds), step, isOpen);
  if (nearest.found || isInExample(world, finding)) return end('proven', nearest);
  const states = first.states + nearest.states;
  return {
    ...end('bounded', nearest),
    bound: boundOf([...first.truncations, ...nearest.truncations], { states }, bounds),
  };
}
