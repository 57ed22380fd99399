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
import { groupByAct, placesOf } from './shared-act';

/**
 * The case beside its protocols, as audit has it: steps by weight, and each time of ours that came due. An act that two protocols ask for is
 * done, or missing, once.
 */
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
  const counted: Counted = { fold, conformance };
  const acts = groupByAct(fold, expected).map((steps) => ({
    met: steps.filter(({ isMet }) => isMet),
    unmet: steps.filter(({ isMet }) => !isMet),
  }));
  const times = acts.map(({ met, unmet }) => {
    const timed = [...met, ...unmet].filter(({ origin }) => origin !== null);
    // Late is never met, so that the first of `unmet` names both.
    const late = timed.filter(({ isInTime }) => isInTime === false);
    return { kept: timed.length - late.length, late, named: unmet[0] };
  });
  return {
    steps: {
      of: acts.reduce((sum, { met, unmet }) => sum + weightOf(met) + weightOf(unmet), 0),
      lost: acts.flatMap(({ unmet: [first, ...others] }) =>
        first ? [lostStep(counted, first, [first, ...others])] : [],
      ),
    },
    deadlines: {
      of: times.reduce((sum, { kept, late }) => sum + Math.min(kept, 1) + Math.min(late.length, 1), 0),
      lost: times.flatMap(({ late: [first, ...others], named }) =>
        first ? [lostTime(counted, named ?? first, [first, ...others])] : [],
      ),
    },
    conformance,
  };
}

interface Counted {
  readonly fold: CaseFold;
  readonly conformance: CaseConformance;
}

const weightOf = (steps: readonly StepConformance[]): number =>
  Math.max(0, ...steps.map(({ weight }) => weight));

type Named = Pick<StepConformance, 'runId' | 'step' | 'title'>;

function lostStep(
  { fold, conformance }: Counted,
  named: Named,
  steps: readonly [StepConformance, ...(readonly StepConformance[])],
): LostPoint {
  const [step] = steps;
  const deviation = deviationOf(conformance, step, (kind) => UNMET.has(kind));
  return {
    ...aboutStep(fold, named, steps),
    key: `steps:${nameStep(fold, named.runId, named.step)}`,
    part: 'steps',
    points: weightOf(steps),
    at: deviation?.since ?? step.doneAt ?? fold.now,
    why: deviation?.text ?? BY_OTHERS,
  };
}

function lostTime(
  { fold, conformance }: Counted,
  named: Named,
  steps: readonly [StepConformance, ...(readonly StepConformance[])],
): LostPoint {
  const [step] = steps;
  const deviation = deviationOf(conformance, step, (kind) => kind === 'late');
  return {
    ...aboutStep(fold, named, steps),
    key: `deadlines:${nameStep(fold, named.runId, named.step)}`,
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

function aboutStep(fold: CaseFold, { runId, step, title }: Named, steps: readonly StepConformance[]) {
  return {
    ...{ runId, step, title },
    places: placesOf(fold, steps),
    basis: [...new Set(steps.flatMap((it) => basisOf(fold, it)))],
  };
}

function basisOf(fold: CaseFold, { runId, step }: StepConformance): readonly string[] {
  const run = fold.findRun(runId);
  const definition = run?.protocol.steps[run.indexOf(step)]?.definition;
  return [...(definition?.due?.basis ?? []), ...(definition?.basis ?? [])];
}
