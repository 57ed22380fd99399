import type { DeadlineView, StepView } from '@repere/case-engine';
import type { Words } from '@repere/cases';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { stepTitle } from '../../cases/words/entry-title';
import { asKnownAt, knownBy } from './as-known-at';

/** A date that passed without what it was for having been recorded. */
export interface LateMoment {
  /** Epoch milliseconds: the first at which it was late. */
  readonly when: number;
  readonly title: Words;
  /** As the page said it then. */
  readonly text: Words;
}

/** When the case became late in something, as it was known then; oldest first. */
export function lateMomentsOf(file: LoadedCase, now: number): readonly LateMoment[] {
  const found = file.view.runs.flatMap(({ runId, steps }) =>
    steps.flatMap((step) =>
      [step.deadline, step.approvalDeadline].flatMap((deadline): LateMoment[] => {
        const when = deadline && lateSince(file, step, deadline, now);
        if (!deadline || when === null) return [];
        const text = saidThen(file, deadline, when);
        return text ? [{ when, title: titleOf(file, runId, deadline), text }] : [];
      }),
    ),
  );
  return found.sort((a, b) => a.when - b.when);
}

/** The first moment at which it was late, unless what it was for had been recorded by then, or that is yet to come. */
function lateSince(
  { journal }: LoadedCase,
  step: StepView,
  deadline: DeadlineView,
  now: number,
): number | null {
  if (deadline.lateFrom === null || deadline.lateFrom >= now) return null;
  const [first] = step.entryIds;
  const met = deadline.of === 'step' ? journal.find(({ id }) => id === first)?.recordedAt : deadline.metAt;
  return met !== undefined && met !== null && met <= deadline.lateFrom ? null : deadline.lateFrom + 1;
}

/** What the page of then said about it: facts that came since may have moved the date, or made it void. */
function saidThen(file: LoadedCase, { runId, step, of }: DeadlineView, when: number): Words | null {
  const then = asKnownAt(file, knownBy(file.journal, when), when).view;
  const run = then.runs.find((it) => it.runId === runId)?.steps.find(({ id }) => id === step);
  const deadline = of === 'step' ? run?.deadline : run?.approvalDeadline;
  if (deadline?.lateFrom !== when - 1) return null;
  return (
    then.deviations.find(
      (it) =>
        it.kind === 'late' &&
        it.runId === runId &&
        it.step === step &&
        it.by === when - (deadline.dueAt ?? 0),
    )?.text ?? null
  );
}

function titleOf(file: LoadedCase, runId: string, { step, of, owner }: DeadlineView): Words {
  const title = stepTitle(file, runId, step);
  if (owner === 'outside') return { fr: `À relancer : ${title.fr}`, en: `To be reminded: ${title.en}` };
  return of === 'approval'
    ? { fr: `Validation en retard : ${title.fr}`, en: `Approval late: ${title.en}` }
    : { fr: `En retard : ${title.fr}`, en: `Late: ${title.en}` };
}
