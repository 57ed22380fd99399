import type { CaseFold } from '../fold/case-fold';
import { dependenciesOf } from '../compile/dependencies';
import { CacheBySet } from '../compile/cache-by-set';
import type { JournalEntry } from '../journal/journal-entry';
import type { CompiledProtocol, CompiledStep, ProtocolSet } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';

/** Whether what an entry changed, or time alone, may change the state or the deadline of a step that is not done. */
export type Touched = (run: RunFold, step: CompiledStep) => boolean;

export const EVERY_STEP: Touched = () => true;

/** The parts of a step's state that another entry may change; computed once a step. */
interface StepReads {
  readonly facts: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  /** Whether time alone may change it. */
  readonly isTimed: boolean;
}

const known = new CacheBySet<StepReads>();

/** The steps that this entry, once folded, may have changed. Rare kinds are taken to change all. */
export function touchedBy(fold: CaseFold, entry: JournalEntry): Touched {
  switch (entry.kind) {
    case 'note-added':
      return (run, step) => reachOf(fold.set, run.protocol, step).isTimed;
    case 'run-opened':
    case 'run-moved':
    case 'entry-amended':
    case 'facts-recorded':
      return EVERY_STEP;
    case 'step-completed':
    case 'entry-approved':
    case 'entry-returned':
    case 'step-waived': {
      const run = fold.findRun(entry.runId);
      const done = run?.protocol.steps[run.indexOf(entry.step)];
      if (!run || !done) return EVERY_STEP;
      const marks = marksOf(fold.set, done);
      return (other, step) => {
        if (other === run && step === done) return true;
        let mark = marks.get(step);
        if (mark === undefined)
          marks.set(step, (mark = mayTouch(fold.set, run.protocol, done, other.protocol, step)));
        return mark;
      };
    }
  }
}

/** Whether doing one step may change another; told once for each two, since a long case asks a million times. */
const marked = new CacheBySet<Map<CompiledStep, boolean>>();

function marksOf(set: ProtocolSet, done: CompiledStep): Map<CompiledStep, boolean> {
  const kept = marked.stepsOf(set);
  let marks = kept.get(done);
  if (marks === undefined) kept.set(done, (marks = new Map()));
  return marks;
}

function mayTouch(
  set: ProtocolSet,
  protocol: CompiledProtocol,
  done: CompiledStep,
  other: CompiledProtocol,
  step: CompiledStep,
): boolean {
  // What an absence reads decides whether a step that needs the child is suspended.
  if (step.definition.needs !== undefined && protocol.absence !== null) return true;
  const reach = reachOf(set, other, step);
  if (reach.isTimed || reach.steps.has(`${protocol.id}.${done.id}`)) return true;
  return [...dependenciesOf(set, protocol, done).writes].some((key) => reach.facts.has(key));
}

/** Through the steps that it waits for or asks after, whose own conditions decide whether they are waited for. */
function reachOf(set: ProtocolSet, protocol: CompiledProtocol, step: CompiledStep): StepReads {
  const kept = known.stepsOf(set);
  const before = kept.get(step);
  if (before) return before;
  const facts = new Set<string>();
  const steps = new Set<string>();
  let isTimed = false;
  const gather = (of: CompiledProtocol, it: CompiledStep): void => {
    const { reads, steps: asked } = dependenciesOf(set, of, it);
    for (const key of reads) facts.add(key);
    isTimed ||= it.opensAt !== null;
    for (const name of asked) {
      if (steps.has(name)) continue;
      steps.add(name);
      const [id = '', stepId = ''] = name.split('.');
      for (const version of id === of.id ? [of] : (set.protocols.get(id)?.values() ?? [])) {
        const next = version.steps[version.stepIndex.get(stepId) ?? -1];
        if (next) gather(version, next);
      }
    }
  };
  gather(protocol, step);
  for (const { from } of set.moments.values()) {
    const key = set.sharedFactOf.get(from)?.key;
    if (key !== undefined && facts.has(key)) isTimed = true;
  }
  const reach = { facts, steps, isTimed };
  kept.set(step, reach);
  return reach;
}
