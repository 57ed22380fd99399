import { type CaseFold, type CompiledProtocol, ENDED, type RunFold, stepState } from '@repere/case-engine';
import { text } from '@repere/feel';
import type { ProofFinding } from '@repere/protocol';
import { coneOf } from '../search/classes/cone';
import type { Distance } from '../search/distance/row-distance';
import type { History } from '../search/history';
import { opened } from '../search/distance/reachability';
import { seek } from '../search/seek';
import { randomWalk } from '../search/random-walk';
import { countClasses } from '../search/classes/count-classes';
import { findingAbout, coveredBy, NOTHING, type Proving } from './proving';

/** Cases from which an end is looked for, beside the one just opened. */
const SAMPLES = 3;
/** States looked at from each. */
const STATES = 3000;

/**
 * Whether a run can still end from wherever it was led. Looked for from some of the states that are reachable, so never
 * proven for all: what no end was found from is said.
 */
export function proveCanEnd({ world, limits }: Proving, protocol: CompiledProtocol): ProofFinding {
  const finding = findingAbout(
    'can-end',
    protocol,
    protocol.id,
    text('Chaque parcours peut finir', 'Every run can end'),
  );
  const cone = coneOf(world, [{ protocol, steps: protocol.steps.map(({ id }) => id) }]);
  const counted = { facts: cone.facts.size + cone.fields.size, classes: countClasses(cone) };
  let covered = coveredBy(counted);
  let stuck = 0;
  const starts = randomWalks(world, protocol, cone);
  for (const start of starts) {
    const searched = seek(
      world,
      cone,
      start,
      unended(protocol),
      (state) => hasEnded(state.readFold(), protocol),
      {
        ...limits,
        runs: 1,
        rows: 1,
        states: STATES,
        isNarrow: true,
      },
    );
    covered = coveredBy(covered, searched);
    if (!searched.found) stuck++;
  }
  const from = starts.length;
  const bound =
    stuck === 0
      ? text(
          `une fin trouvée depuis chacun des ${from} états pris en exemple`,
          `an end found from each of ${from} sampled states`,
        )
      : text(
          `depuis ${stuck} des ${from} états pris en exemple, aucune fin trouvée en ${STATES} états`,
          `from ${stuck} of ${from} sampled states no end was found within ${STATES} states`,
        );
  return { ...finding, verdict: 'bounded', method: 'search', covered: coveredBy(NOTHING, covered), bound };
}

/** Steps that keep the run open; those that wait for something else count more than those that can be done. */
function unended(protocol: CompiledProtocol): Distance {
  return (fold, run) => {
    if (run.protocol !== protocol) return Infinity;
    let far = 0;
    for (const step of run.protocol.steps) {
      const state = stepState(fold, run, step.index);
      far += (run.pendingOf(step.index)?.length ?? 0) / 10;
      if (ENDED.has(state)) continue;
      far +=
        state === 'done-to-approve' || state === 'awaiting-approval' ? 0.4 : state === 'ready' ? 0.9 : 1.5;
    }
    return far;
  };
}

function hasEnded(fold: CaseFold, protocol: CompiledProtocol): boolean {
  const ends = (run: RunFold): boolean =>
    run.protocol === protocol && protocol.steps.every((step) => ENDED.has(stepState(fold, run, step.index)));
  return fold.runs.some(ends);
}

/** The case just opened, and some to which arbitrary actions led: always the same ones. */
function randomWalks(
  world: Proving['world'],
  protocol: CompiledProtocol,
  cone: ReturnType<typeof coneOf>,
): readonly History[] {
  const starts: History[] = [opened(world, protocol, cone)];
  for (let sample = 1; sample <= SAMPLES; sample++) {
    starts.push(randomWalk(world, cone, starts[0] ?? opened(world, protocol, cone), sample));
  }
  return starts;
}
