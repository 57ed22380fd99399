import type { JournalEntry, OutcomeView, RunView } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';

/**
 * What the outcome of a run says of it: decided by two, the case is at rest until something new is told. Where it keeps what
 * protects, nobody may stop looking after a child who is being looked for.
 */
type Rest = NonNullable<OutcomeView['rests']>;

export type AtRest = (runId: string, step: string) => boolean;

/**
 * Which steps of a case are nobody's work now: it was closed, or the search is dormant, by two persons. What the protocol
 * that rests still asks is work (news after three months, the monthly search), and so is every protocol that opened since.
 * Anything told since wakes the whole case: doubt protects the child. What waits for a child who is not there rests as well.
 */
export function atRest(file: LoadedCase): AtRest {
  const resting = file.view.runs.flatMap((run) => {
    const rest = run.outcome?.rests;
    const since = rest ? decidedAt(file.journal, run, rest) : null;
    return rest && since !== null && !isAwake(file, run, rest, since) ? [{ run, rest, since }] : [];
  });
  const suspended = new Set(
    file.view.runs.flatMap(({ runId, steps }) =>
      steps.flatMap(({ id, suspendedBy }) => (suspendedBy ? [`${runId}/${id}`] : [])),
    ),
  );
  return (runId, step) =>
    suspended.has(`${runId}/${step}`) ||
    resting.some(
      ({ run, rest, since }) =>
        run.runId !== runId &&
        !isOpenedSince(file.journal, runId, since) &&
        !(rest.keeps === 'protective' && file.findStep(runId, step)?.protective),
    );
}

/** When two persons closed the case, epoch milliseconds; `null`: it is open, or something was told since. */
export function closedAt(file: LoadedCase): number | null {
  for (const run of file.view.runs) {
    const rest = run.outcome?.rests;
    if (rest?.keeps !== 'nothing') continue;
    const since = decidedAt(file.journal, run, rest);
    if (since === null || isAwake(file, run, rest, since)) continue;
    return file.journal.find(({ seq }) => seq === since)?.recordedAt ?? null;
  }
  return null;
}

/** When the second person agreed, as a place in the journal. */
function decidedAt(journal: readonly JournalEntry[], { runId }: RunView, { decidedBy }: Rest): number | null {
  const agreed = journal.findLast(
    (it) => it.kind === 'entry-approved' && it.runId === runId && it.step === decidedBy,
  );
  return agreed?.seq ?? null;
}

/** Whether something was told since that the rest itself does not bring with it. */
function isAwake(file: LoadedCase, run: RunView, { decidedBy, keeps }: Rest, since: number): boolean {
  const isOfRest = (step: string): boolean =>
    keeps === 'protective' || (file.findStep(run.runId, step)?.after.includes(decidedBy) ?? false);
  return file.journal.some((entry) => {
    if (entry.seq <= since) return false;
    switch (entry.kind) {
      case 'facts-recorded':
        return true;
      case 'step-completed':
      case 'entry-amended':
      case 'entry-returned':
        return entry.runId !== run.runId || !isOfRest(entry.step);
      case 'run-opened':
      case 'run-moved':
      case 'entry-approved':
      case 'step-waived':
      case 'note-added':
        return false;
    }
  });
}

function isOpenedSince(journal: readonly JournalEntry[], runId: string, since: number): boolean {
  return journal.some((it) => it.kind === 'run-opened' && it.runId === runId && it.seq > since);
}
