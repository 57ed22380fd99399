import type { CaseState } from '@repere/case-engine';
import { type History, stateOf } from '../search/history';
import type { World } from '../search/world';
import { replayHistory } from './replay-history';

/**
 * The history told as it would be in a life, without the actions that change nothing about what it shows; `null` if the engine
 * does not tell it so. The first action, which opens the protocol, stays.
 */
export function shorten(
  world: World,
  history: History,
  isShown: (state: CaseState) => boolean,
): History | null {
  const shows = (it: History | null): it is History => it !== null && isShown(stateOf(world, it));
  const whole = replayHistory(world, history);
  if (!shows(whole)) {
    const atOnce = replayHistory(world, history, () => true, 0);
    return shows(atOnce) ? atOnce : null;
  }
  let shortest = whole;
  for (let place = shortest.acts - 1; place > 0; place--) {
    const without = replayHistory(world, shortest, (it) => it !== place);
    if (shows(without)) shortest = without;
  }
  return shortest;
}
