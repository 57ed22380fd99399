import {
  type CompiledProtocol,
  describeEntry,
  type JournalEntry,
  type ProtocolSet,
} from '@repere/case-engine';
import type { Text } from '@repere/feel';
import { nameRuns } from './name-runs';

/** A journal whose acts are looked at, from the moment at which somebody came in. */
export interface ToldRun {
  readonly set: ProtocolSet;
  /** Protocol of each run, by its id. */
  readonly runs: ReadonlyMap<string, CompiledProtocol>;
  readonly journal: readonly JournalEntry[];
  /** Epoch ms. */
  readonly from: number;
  /** Entries that somebody else brought about: the world of a story. */
  readonly others: ReadonlySet<string>;
}

/** One thing that was done at a step. */
export interface StepAct {
  /** `step-completed protection.report`, the second time `step-completed protection.report 2`: the same in every run. */
  readonly key: string;
  /** `protection.report`, of the second run `hearing#2.held`. */
  readonly name: string;
  readonly entryId: string;
  readonly runId: string;
  readonly step: string;
  /** Of the step. */
  readonly title: Text;
  readonly basis: readonly string[];
  /** Epoch ms. */
  readonly at: number;
  /** Account. */
  readonly enteredBy: string;
  /** Whose act it was; `null`: nobody's. */
  readonly who: Text | null;
  readonly what: Text;
  /** What was answered and decided, one line each. */
  readonly said: readonly Text[];
}

type ActOnStep = Extract<
  JournalEntry,
  {
    readonly kind: 'step-completed' | 'entry-approved' | 'entry-returned' | 'step-waived' | 'entry-amended';
  }
>;

/** What was done at steps, in the order in which it was recorded. */
export function listActs({ set, runs, journal, from, others }: ToldRun): readonly StepAct[] {
  const names = nameRuns(journal);
  const times = new Map<string, number>();
  return journal.flatMap((entry): readonly StepAct[] => {
    if (!isOnStep(entry) || entry.recordedAt < from || others.has(entry.id)) return [];
    const protocol = runs.get(entry.runId);
    const step = protocol?.steps[protocol.stepIndex.get(entry.step) ?? -1]?.definition;
    if (!step) return [];
    const name = `${names.get(entry.runId) ?? ''}.${entry.step}`;
    const act = `${entry.kind} ${name}`;
    const time = (times.get(act) ?? 0) + 1;
    times.set(act, time);
    return [
      {
        ...{ key: time > 1 ? `${act} ${String(time)}` : act, name, title: step.title, basis: step.basis },
        ...{ entryId: entry.id, runId: entry.runId, step: entry.step, at: entry.recordedAt },
        ...{ enteredBy: entry.enteredBy, ...describeEntry(set, runs, entry) },
      },
    ];
  });
}

function isOnStep(entry: JournalEntry): entry is ActOnStep {
  switch (entry.kind) {
    case 'step-completed':
      // Done elsewhere: it is told there.
      return entry.sameAs === undefined;
    case 'entry-approved':
    case 'entry-returned':
    case 'step-waived':
    case 'entry-amended':
      return true;
    case 'run-opened':
    case 'run-moved':
    case 'facts-recorded':
    case 'note-added':
      return false;
  }
}
