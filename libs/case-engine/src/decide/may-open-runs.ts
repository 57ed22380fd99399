import type { RunFold } from '../fold/run-fold';
import { dependenciesOf, dependenciesOfOpens } from '../compile/dependencies';
import type { CompiledProtocol, CompiledStep, ProtocolSet } from '../compile/protocol-set';

const watched = new WeakMap<ProtocolSet, { facts: Set<string>; steps: Set<string> }>();
/** By version, in the order of its steps; `undefined` until first asked. */
const verdicts = new WeakMap<ProtocolSet, Map<CompiledProtocol, (boolean | undefined)[]>>();

/** Whether an entry of this step could make an `opens` line hold: what it writes, or its state, is read by one. */
export function mayOpenRuns(set: ProtocolSet, run: RunFold, step: CompiledStep): boolean {
  run.mayOpen ??= verdictsOf(set, run.protocol);
  return (run.mayOpen[step.index] ??= isWatched(set, run.protocol, step));
}

function verdictsOf(set: ProtocolSet, protocol: CompiledProtocol): (boolean | undefined)[] {
  const ofSet = verdicts.get(set) ?? new Map<CompiledProtocol, (boolean | undefined)[]>();
  verdicts.set(set, ofSet);
  const known = ofSet.get(protocol) ?? new Array<boolean | undefined>(protocol.steps.length).fill(undefined);
  ofSet.set(protocol, known);
  return known;
}

function isWatched(set: ProtocolSet, protocol: CompiledProtocol, step: CompiledStep): boolean {
  const { facts, steps } = watchedBy(set);
  const { writes } = dependenciesOf(set, protocol, step);
  return steps.has(`${protocol.id}.${step.id}`) || [...writes].some((key) => facts.has(key));
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
