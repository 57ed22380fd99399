import { isOpen, type RunView, type StepView } from '@repere/case-engine';
import { lettersOf, type LetterTemplate } from '@repere/protocol';
import type { LoadedCase } from '../reading/loaded-case';
import type { SentLetterRow } from './sent-letters.query';

/** When a letter that does a step left, by `runId/step`, as long as nobody has ended that step since. */
export type StepsWithLetter = ReadonlyMap<string, string>;

export const keyOfStep = (runId: string, step: string): string => `${runId}/${step}`;

/**
 * A letter says itself for which step it was written. One that was written for none counts for the only step that its kind does, of a
 * run that was open by then; a kind that does several leaves open which of them it was, and nothing is said of any.
 */
export function stepsWithLetter(file: LoadedCase, letters: readonly LetterTemplate[]): StepsWithLetter {
  // Of a case as it was known then, what was recorded by then.
  const sent = (file.row.sentLetters ?? []).filter(
    ({ recordedAt }) => Date.parse(recordedAt) <= file.view.now,
  );
  if (sent.length === 0) return new Map();
  return new Map(
    file.view.runs.flatMap((run) =>
      run.steps.filter(isToEnd).flatMap((step): readonly (readonly [string, string])[] => {
        const at = sent
          .filter((letter) => isFor(letter, run, step, letters))
          .map(({ sentAt }) => Date.parse(sentAt))
          .toSorted((a, b) => b - a)[0];
        return at === undefined || at < lastDone(file, step)
          ? []
          : [[keyOfStep(run.runId, step.id), new Date(at).toISOString()]];
      }),
    ),
  );
}

/** Steps that are to be ended and that this letter does; by the same rule. */
export const stepsOfLetter = (
  file: LoadedCase,
  letter: LetterForStep,
  letters: readonly LetterTemplate[],
): readonly { readonly runId: string; readonly step: string }[] =>
  file.view.runs.flatMap((run) =>
    run.steps
      .filter((step) => isToEnd(step) && isFor(letter, run, step, letters))
      .map(({ id }) => ({ runId: run.runId, step: id })),
  );

type LetterForStep = Pick<SentLetterRow, 'template' | 'runId' | 'step' | 'sentAt'>;

function isFor(
  { template, runId, step, sentAt }: LetterForStep,
  run: RunView,
  { id }: StepView,
  letters: readonly LetterTemplate[],
): boolean {
  if (runId !== null) return runId === run.runId && step === id;
  const doing = lettersOf(letters, run.protocol, id).find((it) => it.id === template);
  return doing?.steps.length === 1 && Date.parse(sentAt) >= run.openedAt;
}

/** What is to be done, be it once more, or once it can be. */
const isToEnd = (step: StepView): boolean => isOpen(step) || NOT_POSSIBLE_YET.includes(step.state);

const NOT_POSSIBLE_YET: readonly StepView['state'][] = ['waiting', 'blocked', 'not-yet'];

/** When it was entered last: what left before is part of that. */
const lastDone = ({ journal }: LoadedCase, { entryIds }: StepView): number =>
  Math.max(0, ...journal.flatMap(({ id, recordedAt }) => (entryIds.includes(id) ? [recordedAt] : [])));
