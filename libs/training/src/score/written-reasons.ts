import {
  type CompiledProtocol,
  describeEntry,
  type JournalEntry,
  type ProtocolSet,
} from '@repere/case-engine';
import type { Text } from '@repere/feel';
import type { FactValues } from '@repere/protocol';

/** An act for which the protocol asks why, with what was written. */
export interface WrittenReason {
  readonly entryId: string;
  readonly runId: string;
  readonly step: string;
  readonly title: Text;
  /** Account. */
  readonly enteredBy: string;
  /** Epoch ms. */
  readonly at: number;
  /** What was decided, reasons, best interests, the child’s view, a note: one line each. */
  readonly said: readonly Text[];
  /** Of the step. */
  readonly basis: readonly string[];
}

/** Reasons that were written from this moment on: what was recorded before it is no learner’s. */
export function listWrittenReasons(
  set: ProtocolSet,
  runs: ReadonlyMap<string, CompiledProtocol>,
  journal: readonly JournalEntry[],
  from: number,
): readonly WrittenReason[] {
  return journal
    .filter(({ recordedAt }) => recordedAt >= from)
    .flatMap((entry) => {
      const reason = reasonOf(entry);
      if (!reason) return [];
      const protocol = runs.get(reason.runId);
      const compiled = protocol?.steps[protocol.stepIndex.get(reason.step) ?? -1];
      if (!compiled) return [];
      const { definition: step, decides } = compiled;
      return [
        {
          ...{ entryId: entry.id, runId: reason.runId, step: reason.step, title: step.title },
          ...{ enteredBy: entry.enteredBy, at: entry.recordedAt, basis: step.basis },
          said: describeEntry(set, runs, withDecision(reason, decides?.id)).said,
        },
      ];
    });
}

type Reasoned = Extract<JournalEntry, { readonly kind: 'step-completed' | 'step-waived' | 'entry-amended' }>;

/** What was decided stays of the answers: the words of its reasons are found by it. */
function withDecision(reason: Reasoned, decides: string | undefined): Reasoned {
  if (reason.kind === 'step-waived') return reason;
  return { ...reason, values: pickValue(reason.values, decides) };
}

const pickValue = (values: FactValues, id: string | undefined): FactValues => {
  const value = id === undefined ? undefined : values[id];
  return id === undefined || value === undefined ? {} : { [id]: value };
};

/** The entry without rows and evidence; `null`: it says no reason of its own. */
function reasonOf(entry: JournalEntry): Reasoned | null {
  switch (entry.kind) {
    case 'step-completed': {
      if (entry.sameAs !== undefined) return null;
      const { row: _row, closes: _closes, ...rest } = entry;
      const isReasoned =
        entry.reasons.length > 0 || entry.bestInterests !== undefined || entry.childView !== undefined;
      return isReasoned ? { ...rest, evidence: {} } : null;
    }
    case 'step-waived':
      return entry;
    case 'entry-amended': {
      const { row: _row, closes: _closes, ...rest } = entry;
      return rest;
    }
    case 'run-opened':
    case 'run-moved':
    case 'entry-approved':
    case 'entry-returned':
    case 'facts-recorded':
    case 'note-added':
      return null;
  }
}
