import type { Cone } from './classes/cone';
import { type Truncation, candidateActions } from './candidate-actions';
import type { Distance } from './distance/row-distance';
import { continued, type History, stateOf } from './history';
import type { IsFound, Limits, Searched } from './search';
import { stateKey } from './state-key';
import type { World } from './world';

/**
 * Best-first: where breadth would take too long, the state that looks nearest is tried first. What it finds is a history
 * like any other, though perhaps not the shortest; that it finds nothing says nothing.
 */
export function seek(
  world: World,
  cone: Cone,
  start: History,
  distance: Distance,
  isFound: IsFound,
  limits: Limits,
): Searched {
  const truncations = new Set<Truncation>(['states']);
  const seen = new Set<string>();
  const queue = new Queue();
  let paths = 0;
  queue.addHistory(start, 0);
  for (let history = queue.takeNext(); history; history = queue.takeNext()) {
    const state = stateOf(world, history);
    for (const action of candidateActions(world, cone, state.readFold(), limits, truncations)) {
      paths++;
      const after = continued(history, state, action);
      if (!after) continue;
      const fold = after.state.readFold();
      const key = stateKey(cone, fold);
      if (seen.has(key)) continue;
      seen.add(key);
      if (isFound(after.state, after.history))
        return { found: after.history, truncations, states: seen.size, paths };
      if (seen.size >= limits.states) return { found: null, truncations, states: seen.size, paths };
      const far = Math.min(...fold.runs.map((run) => distance(fold, run)));
      queue.addHistory(after.history, far + after.history.acts / 20);
    }
  }
  return { found: null, truncations, states: seen.size, paths };
}

/** Histories by how far they seem, nearest first; of equal ones the one that came first. */
class Queue {
  private readonly heap: { readonly history: History; readonly rank: number; readonly order: number }[] = [];
  private count = 0;

  addHistory(history: History, rank: number): void {
    const { heap } = this;
    heap.push({ history, rank, order: this.count++ });
    for (let at = heap.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if (!this.isBefore(at, up)) return;
      this.swap(at, up);
      at = up;
    }
  }

  takeNext(): History | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first?.history;
    heap[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.isBefore(child, least)) least = child;
      if (least === at) return first.history;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const { [a]: one, [b]: other } = this.heap;
    if (!one || !other) return false;
    return one.rank < other.rank || (one.rank === other.rank && one.order < other.order);
  }

  private swap(a: number, b: number): void {
    const { heap } = this;
    const { [a]: one, [b]: other } = heap;
    if (one && other) {
      heap[a] = other;
      heap[b] = one;
    }
  }
}
