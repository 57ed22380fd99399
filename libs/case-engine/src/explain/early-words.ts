import { text, type Text } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import { STEP_STATES, type StepState } from '@repere/protocol';
import type { StepCompleted } from '../journal/journal-entry';
import { listed } from './words';

/**
 * What is said of another's act that was recorded where the protocol did not expect it: before which of our steps, or what
 * else; with the reason that was given, in its own words.
 */
export function earlyWords(fold: CaseFold, entry: StepCompleted, index: number): Text {
  const why = entry.outOfOrder ?? 'blocked';
  const state = isState(why) ? why : 'blocked';
  const said = state === 'blocked' ? beforeWords(fold, entry, index) : WORDS[state];
  return isState(why)
    ? text(`${said.fr}.`, `${said.en}.`)
    : text(`${said.fr} : ${why}.`, `${said.en}: ${why}.`);
}

/** Whether what stands there is the state that the engine wrote, and no words of a person's. */
export const isState = (why: string): why is StepState => STEP_STATES.some((state) => state === why);

/** The steps that come before it and were not done when it was recorded. */
function beforeWords(fold: CaseFold, { runId, step }: StepCompleted, index: number): Text {
  const run = fold.findRun(runId);
  const later = run?.protocol.steps[run.indexOf(step)]?.after ?? [];
  const names = listed(
    later.flatMap((before) => {
      const of = run?.protocol.steps[before];
      return of && !isDoneBefore(fold, runId, of.id, index) ? [quoted(of.definition.title)] : [];
    }),
  );
  return names.fr === ''
    ? WORDS.blocked
    : text(`Noté avant l’étape ${names.fr}`, `Recorded before the step ${names.en}`);
}

const isDoneBefore = (fold: CaseFold, runId: string, step: string, index: number): boolean =>
  fold.entries.some(
    (it, at) => at < index && it.kind === 'step-completed' && it.runId === runId && it.step === step,
  );

const quoted = (title: Text): Text => text(`« ${title.fr} »`, `"${title.en}"`);

const EARLY = text('Noté avant d’être attendu', 'Recorded before it was expected');
const AGAIN = text('Noté une fois de plus', 'Recorded once more');
const WORDS: Readonly<Record<StepState, Text>> = {
  'not-applicable': text(
    'Noté alors que l’étape ne s’applique pas',
    'Recorded although the step does not apply',
  ),
  waiting: text(
    'Noté avant de savoir si l’étape s’applique',
    'Recorded before it is known whether the step applies',
  ),
  blocked: EARLY,
  'not-yet': text('Noté avant sa date', 'Recorded before its date'),
  ready: EARLY,
  'to-confirm': AGAIN,
  'awaiting-approval': AGAIN,
  'done-to-approve': AGAIN,
  done: AGAIN,
  waived: text('Noté alors que l’étape était écartée', 'Recorded although the step had been waived'),
};
