import type { CaseFold } from './case-fold';
import type { JournalEntry } from './contract';
import { dependenciesOf, dependenciesOfOpens } from './dependencies';
import type { CompiledStep, ProtocolSet } from './protocol-set';

const watched = new WeakMap<ProtocolSet, { facts: Set<string>; steps: Set<string> }>();
const verdicts = new WeakMap<CompiledStep, boolean>();

/** Whether this entry could make an `opens` line hold: what it writes, or its step, is read by one. Cheap, never wrongly no. */
export function mayOpenRuns(fold: CaseFold, entry: JournalEntry): boolean {
  switch (entry.kind) {
    case 'note-added':
      return false;
    case 'run-opened':
    case 'facts-recorded':
      return true;
    case 'step-completed':
    case 'entry-approved':
    case 'entry-returned':
    case 'step-waived':
    case 'entry-amended': {
      const run = fold.findRun(entry.runId);
      const step = run?.protocol.steps[run.protocol.stepIndex.get(entry.step) ?? -1];
      if (!run || !step) return true;
      const known = verdicts.get(step);
      if (known !== undefined) return known;
      const { facts, steps } = watchedBy(fold.set);
      const { writes } = dependenciesOf(fold.set, run.protocol, step);
      const verdict = steps.has(`${run.protocol.id}.${step.id}`) || [...writes].some((key) => facts.has(key));
      verdicts.set(step, verdict);
      return verdict;
    }
  }
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
