import { reasonsIn } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { StepCompleted } from '../journal/journal-entry';
import { occurrenceOf } from '../facts/entry-status';
import type { DeadlineView, Deviation, RunView } from '../journal/engine-types';
import { earlyWords } from '../explain/early-words';
import { flagsRaised } from '../decide/checks/raise-flags';
import { deviationWords } from '../explain/words';

const DAY = 86_400_000;

/** What departed from the protocols, in the order of the journal; then what is late. */
export function deviationsOf(fold: CaseFold, runs: readonly RunView[]): readonly Deviation[] {
  return [...recordedDeviations(fold), ...flagDeviations(fold), ...lateDeviations(fold, runs)];
}

function recordedDeviations(fold: CaseFold): readonly Deviation[] {
  const found: Deviation[] = [];
  fold.entries.forEach((entry, index) => {
    if (entry.kind === 'step-waived') {
      const run = fold.findRun(entry.runId);
      const step = run?.protocol.stepIndex.get(entry.step);
      if (run && step !== undefined && run.waived.marksOf(step) === index) {
        const reason = run.protocol.steps[step]?.definition.waiverReasons;
        const words = reasonsIn(run.protocol.document, fold.set.shared, reason)[entry.reason];
        found.push({
          kind: 'waived',
          runId: entry.runId,
          step: entry.step,
          entryId: entry.id,
          text: deviationWords.waived(words ?? { fr: entry.reason, en: entry.reason }),
        });
      }
    }
    if (entry.kind !== 'step-completed' || !isFollowed(fold, entry)) return;
    const about = { runId: entry.runId, step: entry.step, entryId: entry.id };
    if (entry.outOfOrder !== undefined) {
      found.push({ kind: 'out-of-order', ...about, text: earlyWords(fold, entry, index) });
    }
    const by = entry.recordedAt - occurrenceOf(fold, index).to;
    // Of an act that was recorded where it was done, this is only the pointer.
    if (by > DAY && entry.sameAs === undefined)
      found.push({ kind: 'late-recording', ...about, by, text: deviationWords.lateRecording(by) });
  });
  return found;
}

/** Whether the version that the run follows now has this entry's step. */
function isFollowed(fold: CaseFold, { runId, step }: StepCompleted): boolean {
  return fold.findRun(runId)?.protocol.stepIndex.has(step) ?? false;
}

function flagDeviations(fold: CaseFold): readonly Deviation[] {
  return fold.flagged.flatMap((flagged) =>
    flagsRaised(fold, flagged).map((flag) => ({
      kind: flag.incident ? ('rights-incident' as const) : ('flag' as const),
      runId: flagged.runId,
      step: flagged.step,
      entryId: fold.entries[flagged.entry]?.id ?? null,
      text: flag.because,
      ...(flag.tell && { tell: flag.tell }),
    })),
  );
}

function lateDeviations(fold: CaseFold, runs: readonly RunView[]): readonly Deviation[] {
  return runs.flatMap((run) =>
    run.steps.flatMap((step) => {
      const isSure = step.state !== 'waiting';
      return [isSure ? step.deadline : null, step.approvalDeadline].flatMap((deadline) => {
        const by = deadline ? lateBy(deadline, fold.now) : null;
        if (!deadline || by === null) return [];
        const entryId = deadline.of === 'step' ? (step.entryIds[0] ?? null) : step.toApprove;
        const { origin, owner } = deadline;
        const text = deviationWords.late(step.title, deadline.of, by, owner, deadline.metAt !== null);
        return [{ kind: 'late' as const, runId: run.runId, step: step.id, entryId, origin, owner, by, text }];
      });
    }),
  );
}

/** Milliseconds after `dueAt`, if it is late (met or not); `null` if it isn't. */
export function lateBy(deadline: DeadlineView, now: number): number | null {
  const { dueAt, lateFrom, metAt } = deadline;
  if (dueAt === null || lateFrom === null) return null;
  const at = metAt ?? now;
  return at > lateFrom ? at - dueAt : null;
}
