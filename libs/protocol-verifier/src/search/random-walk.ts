import type { Cone } from './classes/cone';
import { type Truncation, candidateActions } from './candidate-actions';
import { continued, type CandidateAction, type History, stateOf } from './history';
import type { World } from './world';

const ACTIONS = 12;

/** Where a dozen arbitrary actions lead; the same ones for the same `seed`. */
export function randomWalk(world: World, cone: Cone, start: History, seed: number): History {
  let chance = (seed * 2_654_435_761) >>> 0;
  const draw = (bound: number): number => {
    chance = (Math.imul(chance ^ (chance >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return chance % bound;
  };
  let history = start;
  for (let action = 0, tries = 0; action < ACTIONS && tries < 200; tries++) {
    const state = stateOf(world, history);
    const actions = candidateActions(
      world,
      cone,
      state.readFold(),
      { runs: 1, rows: 1, isAlone: false, isNarrow: true },
      new Set<Truncation>(),
    );
    const kinds = [...new Set(actions.map(kindOf))];
    const kind = kinds[draw(kinds.length)];
    const alike = actions.filter((it) => kindOf(it) === kind);
    const drawn = alike[draw(alike.length)];
    const after = drawn && continued(history, state, drawn);
    if (!after) continue;
    history = after.history;
    action++;
  }
  return history;
}

/** A step with many answers is not done more often than one with few. */
function kindOf(action: CandidateAction): string {
  if ('waitUntil' in action) return 'wait';
  return `${action.command.kind} ${'step' in action.command ? action.command.step : ''}`;
}
