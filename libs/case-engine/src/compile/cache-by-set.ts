import type { CompiledStep, ProtocolSet } from './protocol-set';

/** What is computed once of a step beside the other protocols of a set: the same compiled step stands in several sets. */
export class CacheBySet<T> {
  private readonly sets = new WeakMap<ProtocolSet, Map<CompiledStep, T>>();

  stepsOf(set: ProtocolSet): Map<CompiledStep, T> {
    let kept = this.sets.get(set);
    if (kept === undefined) this.sets.set(set, (kept = new Map()));
    return kept;
  }
}
