import {
  type CompiledProtocol,
  condition,
  isAway,
  mayBeDone,
  readOutcome,
  stepState,
  testIn,
} from '@repere/case-engine';
import { type ProofFinding, type SafeguardDefinition, STEP_STATES } from '@repere/protocol';
import { findingAbout, boundOf, coveredBy, type Proving, titleOf } from '../prove/proving';
import type { Truncation } from '../search/candidate-actions';
import { proveSafeguard } from '../solver/prove-safeguard';
import { type Compared, findTwoChildren, type Served } from './find-two-children';
import { findMonotonicityBreaches } from './find-monotonicity-breaches';
import { type Difference, renderTwoChildren } from './render-two-children';

/** Safeguards that compare two children: what reads what may vary, then the solver, then pairs of histories. */
export async function proveTwoChildren(
  proving: Proving,
  protocol: CompiledProtocol,
  definition: SafeguardDefinition,
): Promise<ProofFinding> {
  const title = titleOf(definition);
  const finding = findingAbout('safeguard', protocol, definition.id, title, definition.basis);
  const proof = await proveSafeguard(proving.encoding, protocol.id, definition.id, proving.solve);
  if (proof.verdict === 'proven') {
    return { ...finding, verdict: 'proven', method: proof.method, covered: coveredBy(proof) };
  }
  const method = 'solver-and-search';
  let covered = coveredBy(proof);
  const truncations = new Set<Truncation>();
  for (const { compared, difference } of comparisons(proving, protocol, definition)) {
    covered = coveredBy(covered, compared);
    if (compared.found) {
      const told = renderTwoChildren(proving.world, protocol, definition, compared.found, difference, title);
      return { ...finding, verdict: 'broken', method, covered, ...(told && { counterExample: told }) };
    }
    for (const truncation of compared.truncations) truncations.add(truncation);
  }
  // Pairs are made by one answer at a time, so a search that finds none has not seen every pair.
  const bound = boundOf([...truncations, 'answers'], covered, proving.limits);
  return { ...finding, verdict: 'bounded', method, covered, bound };
}

interface Comparison {
  readonly compared: Compared;
  readonly difference: Difference;
}

/** One by one, so that the first that finds a pair is the last that is made. */
function* comparisons(
  { world, limits }: Proving,
  protocol: CompiledProtocol,
  { sameSteps, sameOutcome, onlyAdds, forgetting }: SafeguardDefinition,
): Generator<Comparison> {
  const keysOf = (names: readonly string[]): ReadonlySet<string> =>
    new Set(
      names.map((name) => {
        const [head = '', field] = name.split('.');
        const key = protocol.factOf.get(head)?.key ?? head;
        return field === undefined ? key : `${key}.${field}`;
      }),
    );
  const differs = (one: string, other: string): boolean => one !== other;
  if (sameSteps) {
    for (const step of protocol.steps) {
      const { protective, offers } = step.definition;
      if (sameSteps.among === 'protective' ? !protective : sameSteps.among === 'offers' && !offers) continue;
      // What was done stays done: whether it can be done again is what a refusal could close.
      const served: Served = (state, run) => {
        const fold = state.readFold();
        const again = mayBeDone(fold, run, step.index) ? MAY_BE_DONE : '';
        return `${stepState(fold, run, step.index)}${again}`;
      };
      const root = { steps: [step.id] };
      const varied = keysOf(sameSteps.whatever);
      const find = (isWorse: typeof differs): Compared =>
        findTwoChildren(world, protocol, root, varied, served, isWorse, limits);
      // Best told of a child for whom the step is open, and another for whom it is not.
      const closed = find(
        (one, other) =>
          (!AWAY.has(one) && AWAY.has(other)) || (one.endsWith(MAY_BE_DONE) && !other.endsWith(MAY_BE_DONE)),
      );
      yield { compared: closed.found ? closed : find(differs), difference: { step: step.id } };
    }
  }
  if (sameOutcome) {
    const holds = sameOutcome.when && condition(sameOutcome.when, protocol.scope, sameOutcome.when);
    const served: Served = (state, run) => {
      const fold = state.readFold();
      return holds && testIn(fold, run, -1, holds) !== true ? null : readOutcome(fold, run);
    };
    const root = { conditions: ['outcome = ""', ...(sameOutcome.when ? [sameOutcome.when] : [])] };
    const varied = keysOf(sameOutcome.whatever);
    yield {
      compared: findTwoChildren(world, protocol, root, varied, served, differs, limits),
      difference: {},
    };
  }
  if (onlyAdds) {
    const births = new Set([...world.set.moments.values()].map(({ from }) => from));
    for (const step of protocol.steps) {
      if (!step.definition.offers) continue;
      const served: Served = (state, run) => stepState(state.readFold(), run, step.index);
      const compared = findTwoChildren(world, protocol, { steps: [step.id] }, births, served, isLost, limits);
      yield { compared, difference: { step: step.id } };
    }
  }
  if (forgetting) yield* findMonotonicityBreaches(world, protocol, limits);
}

/** Behind the state of a step that may be done now, for the first time or again. */
const MAY_BE_DONE = ', may be done';

const AWAY: ReadonlySet<string> = new Set(STEP_STATES.filter(isAway));
/** Born on this day or before, a child is eighteen at the time of these histories. */
const OF_AGE = '2008-01-05';

/** What the younger has and the older, still a child, hasn't. */
function isLost(young: string, old: string, [younger, older]: readonly [unknown, unknown]): boolean {
  if (typeof younger !== 'string' || typeof older !== 'string') return false;
  return older < younger && older > OF_AGE && !AWAY.has(young) && AWAY.has(old);
}
