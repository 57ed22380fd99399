import { dependenciesOf } from './dependencies';
import type { JournalEntry } from '../journal/journal-entry';
import type { CaseState } from '../fold/case-state';
import { findProtocol, type ProtocolSet } from './protocol-set';

/**
 * Facts that a step reads (in its conditions, through derived values, outcomes and moments) and writes. Shared facts by id,
 * a run's own as `protocol.fact`. Empty for a step that the set does not hold.
 */
export function readsAndWrites(
  set: ProtocolSet,
  protocol: string,
  version: string,
  stepId: string,
): { readonly reads: readonly string[]; readonly writes: readonly string[] } {
  const compiled = findProtocol(set, protocol, version);
  const step = compiled?.steps[compiled.stepIndex.get(stepId) ?? -1];
  if (!compiled || !step) return { reads: [], writes: [] };
  const { reads, writes } = dependenciesOf(set, compiled, step);
  return { reads: [...reads], writes: [...writes] };
}

/**
 * Whether entries recorded since somebody looked concern this step: they are about it or about a step whose state it
 * reads, or they touch a fact that it reads or writes. Notes and other work elsewhere are no conflict.
 */
export function touches(
  state: CaseState,
  entries: readonly JournalEntry[],
  runId: string,
  stepId: string,
): boolean {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  const step = run?.protocol.steps[run.indexOf(stepId)];
  if (!run || !step) return entries.length > 0;
  const mine = dependenciesOf(state.set, run.protocol, step);
  const isMine = (key: string): boolean => mine.reads.has(key) || mine.writes.has(key);
  return entries.some((entry) => {
    switch (entry.kind) {
      case 'note-added':
        return false;
      case 'run-opened':
        return entry.runId === runId;
      // Rare, and any step may read what it changed: outcomes, states, answers that found no place.
      case 'run-moved':
        return true;
      case 'facts-recorded':
        return [...Object.keys(entry.values), ...(entry.list ? [entry.list] : [])].some(isMine);
      case 'step-completed':
      case 'entry-approved':
      case 'entry-returned':
      case 'step-waived':
      case 'entry-amended': {
        const other = fold.findRun(entry.runId);
        const done = other?.protocol.steps[other.indexOf(entry.step)];
        if (!other || !done) return 'values' in entry && Object.keys(entry.values).some(isMine);
        if (entry.runId === runId && entry.step === stepId) return true;
        if (mine.steps.has(`${other.protocol.id}.${done.id}`)) return true;
        // An approval or return puts the values of its step in or out of effect, whichever they are.
        const { writes } = dependenciesOf(state.set, other.protocol, done);
        return [...writes].some(isMine);
      }
    }
  });
}
