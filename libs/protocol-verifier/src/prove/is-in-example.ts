import { viewCase } from '@repere/case-engine';
import type { ProofFinding } from '@repere/protocol';
import { stateOf } from '../search/history';
import { seedsOf } from '../search/seeds';
import type { World } from '../search/world';

const known = new WeakMap<World, ReadonlySet<string>>();

/**
 * Whether a worked example comes there, told by the engine from a case of which nothing was given beforehand: a history
 * like any other, too long to be found by search.
 */
export function isInExample(
  world: World,
  { kind, protocol, id }: Pick<ProofFinding, 'kind' | 'protocol' | 'id'>,
): boolean {
  const reached = known.get(world) ?? reachedIn(world);
  known.set(world, reached);
  return reached.has(`${kind} ${protocol} ${id}`);
}

function reachedIn(world: World): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const history of seedsOf(world)) {
    for (const { protocol, outcome, steps } of viewCase(stateOf(world, history)).runs) {
      if (outcome) reached.add(`can-be-reached ${protocol} ${outcome.id}`);
      for (const { id, state } of steps) if (state === 'ready') reached.add(`can-happen ${protocol} ${id}`);
    }
  }
  return reached;
}
