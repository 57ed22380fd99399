import type { CaseState } from '@repere/case-engine';
import type { Cone } from './classes/cone';
import { type Bounds, type Truncation, candidateActions } from './candidate-actions';
import { continued, type History, stateOf } from './history';
import { stateKey } from './state-key';
import type { World } from './world';

export interface Limits extends Bounds {
  /** Distinct states; after these the search stops. */
  readonly states: number;
  readonly acts: number;
}

export interface Searched {
  /** The shortest history in which it is so. */
  readonly found: History | null;
  /** Why more might be found beyond; empty: every reachable state of the cone was seen. */
  readonly truncations: ReadonlySet<Truncation>;
  readonly states: number;
  /** Actions tried. */
  readonly paths: number;
}

export type IsFound = (state: CaseState, history: History) => boolean;

/**
 * Breadth-first through everything that can happen within a cone, with the engine itself: the first history found is one of
 * the shortest. Orders of independent steps meet in one state.
 */
export function search(
  world: World,
  cone: Cone,
  start: readonly History[],
  isFound: IsFound,
  limits: Limits,
): Searched {
  const truncations = new Set<Truncation>();
  const seen = new Set<string>();
  let paths = 0;
  let frontier: History[] = [];
  const end = (found: History | null): Searched => ({ found, truncations, states: seen.size, paths });
  for (const history of start) {
    const state = stateOf(world, history);
    if (isFound(state, history)) return end(history);
    seen.add(stateKey(cone, state.readFold()));
    frontier.push(history);
  }
  for (let acts = 0; frontier.length > 0; acts++) {
    if (acts >= limits.acts) {
      truncations.add('acts');
      break;
    }
    const next: History[] = [];
    for (const history of frontier) {
      const state = stateOf(world, history);
      for (const action of candidateActions(world, cone, state.readFold(), limits, truncations)) {
        paths++;
        const after = continued(history, state, action);
        if (!after) continue;
        const key = stateKey(cone, after.state.readFold());
        if (seen.has(key)) continue;
        seen.add(key);
        if (isFound(after.state, after.history)) return end(after.history);
        if (seen.size >= limits.states) {
          truncations.add('states');
          return end(null);
        }
        next.push(after.history);
      }
    }
    frontier = next;
  }
  return end(null);
}
