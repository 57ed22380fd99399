import type { RunFold } from '../fold/run-fold';
import { dependenciesOf, dependenciesOfOpens } from '../compile/dependencies';
import { CacheBySet } from '../compile/cache-by-set';
import type { CompiledStep, ProtocolSet } from '../compile/protocol-set';

const watched = new WeakMap<ProtocolSet, { facts: Set<string>; steps: Set<string> }>();
const verdicts = new CacheBySet<boolean>();

/** Whether an entry of this step could make an `opens` line hold: what it writes, or its state, is read by one. */
export function mayOpenRuns(set: ProtocolSet, run: RunFold, step: CompiledStep): boolean {
  const kept = verdicts.stepsOf(set);
  const known = kept.get(step);
  if (known !== undefined) return known;
  const { facts, steps } = watchedBy(set);
  const { writes } = dependenciesOf(set, run.protocol, step);
  const verdict = steps.has(`${run.protocol.id}.${step.id}`) || [...writes].some((key) => facts.has(key));
  kept.set(step, verdict);
  return verdict;
}

function watchedBy(set: ProtocolSet): { facts: Set<string>; steps: Set<string> } {
  const known = watched.get(set);
  if (known) return known;
  const facts = new Set<string>();
  const steps = new Set<string>();
  for (const versions of set.protocols.values()) {
    for (const protocol of versions.values()) {
      for (const opens of protocol.opens) {
        const read = dependenciesOfOpens(set, protocol, opens);
        for (const key of read.facts) facts.add(key);
        for (const step of read.steps) steps.add(step);
      }
    }
  }
  const found = { facts, steps };
  watched.set(set, found);
  return found;
}
