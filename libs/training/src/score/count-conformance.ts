import {
  type CaseConformance,
  type CaseFold,
  type CaseState,
  conformanceOf,
  type DeviationKind,
  type StepConformance,
} from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import type { CountedPart, LostPoint } from './score-types';
import { nameStep } from './name-step';

/** The case beside its protocols, as audit has it: steps by weight, and each time of ours that came due. */
export function countConformance(state: CaseState): {
  readonly steps: CountedPart;
  readonly deadlines: CountedPart;
  readonly conformance: CaseConformance;
} {
  const conformance = conformanceOf(state);
  const fold = state.readFold();
  const expected = conformance.runs
    .flatMap(({ steps }) => steps)
    .filter(({ expectation }) => expectation === 'expected');
  const timed = expected.filter(({ origin }) => origin !== null);
  return {
    steps: {
      of: conformance.expected,
      lost: expected.filter(({ isMet }) => !isMet).map((step) => lostStep(fold, conformance, step)),
    },
    deadlines: {
      of: timed.length,
      lost: timed
        .filter(({ isInTime }) => isInTime === false)
        .map((step) => lostTime(fold, conformance, step)),
    },
    conformance,
  };
}

function lostStep(fold: CaseFold, conformance: CaseConformance, step: StepConformance): LostPoint {
  const deviation = deviationOf(conformance, step, (kind) => UNMET.has(kind));
  return {
    ...aboutStep(fold, step),
    key: `steps:${nameStep(fold, step.runId, step.step)}`,
    part: 'steps',
    points: step.weight,
    at: deviation?.since ?? step.doneAt ?? fold.now,
    why: deviation?.text ?? BY_OTHERS,
  };
}

function lostTime(fold: CaseFold, conformance: CaseConformance, step: StepConformance): LostPoint {
  const deviation = deviationOf(conformance, step, (kind) => kind === 'late');
  return {
    ...aboutStep(fold, step),
    key: `deadlines:${nameStep(fold, step.runId, step.step)}`,
    part: 'deadlines',
    points: 1,
    at: deviation?.since ?? step.lateFrom ?? fold.now,
    why: deviation?.text ?? TOO_LATE,
  };
}

const deviationOf = (
  { deviations }: CaseConformance,
  { runId, step }: StepConformance,
  counts: (kind: DeviationKind) => boolean,
) => deviations.find((it) => it.runId === runId && it.step === step && counts(it.kind));

/** What keeps a step from being met. The others are counted apart, in audit as here. */
const UNMET: ReadonlySet<DeviationKind> = new Set([
  ...(['late', 'skipped', 'unapproved', 'unweighed', 'out-of-order', 'waived'] as const),
]);

const BY_OTHERS: Text = text(
  'Faite par quelqu’un dont ce n’est pas l’acte, ou sans la seconde personne.',
  'Done by somebody whose act it is not, or without the second person.',
);
const TOO_LATE: Text = text('Faite après son échéance.', 'Done after it was due.');

function aboutStep(fold: CaseFold, { runId, step, title }: StepConformance) {
  const run = fold.findRun(runId);
  const definition = run?.protocol.steps[run.indexOf(step)]?.definition;
  return {
    runId,
    step,
    title,
    basis: [...new Set([...(definition?.due?.basis ?? []), ...(definition?.basis ?? [])])],
  };
}
