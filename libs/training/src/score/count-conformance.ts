import {
  type CaseConformance,
  type CaseDeviation,
  type CaseFold,
  type CaseState,
  conformanceOf,
  type DeviationKind,
  type StepConformance,
} from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import type { CountedPart, LostPoint } from './score-types';
import type { OwnActs } from './own-acts';
import { nameStep } from './name-step';
import { groupByAct, placesOf } from './shared-act';

/**
 * The case beside its protocols, as audit has it: steps by weight, and each time of ours that came due. An act that two protocols ask for is
 * done, or missing, once. What the story did by itself, or failed to do before anybody practised, counts neither for nor against them.
 */
export function countConformance(
  state: CaseState,
  own: OwnActs,
): {
  readonly steps: CountedPart;
  readonly deadlines: CountedPart;
  readonly conformance: CaseConformance;
} {
  const conformance = conformanceOf(state);
  const fold = state.readFold();
  const expected = conformance.runs
    .flatMap(({ steps }) => steps)
    .filter(({ expectation }) => expectation === 'expected');
  const counted: Counted = { fold, conformance, own };
  const groups = groupByAct(fold, expected);
  const acts = groups.map((steps) => ({
    met: steps.filter((it) => it.isMet && own.isAbout(it)),
    unmet: steps.filter((it) => !it.isMet && isTheirs(counted, it)),
  }));
  const times = groups.map((steps, place) => {
    const timed = steps.filter(({ origin }) => origin !== null);
    return {
      kept: timed.filter((it) => it.isInTime === true && own.isAbout(it)),
      late: timed.filter((it) => it.isInTime === false && lateOf(counted, it) !== undefined),
      // Late is never met, so that the first of `unmet` names both.
      named: acts[place]?.unmet[0],
    };
  });
  return {
    steps: {
      of: acts.reduce((sum, { met, unmet }) => sum + weightOf(met) + weightOf(unmet), 0),
      lost: acts.flatMap(({ unmet: [first, ...others] }) =>
        first ? [lostStep(counted, first, [first, ...others])] : [],
      ),
    },
    deadlines: {
      of: times.reduce((sum, { kept, late }) => sum + Math.min(kept.length, 1) + Math.min(late.length, 1), 0),
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
  readonly own: OwnActs;
}

/** Whether those who practise could have done it better: what departs came about since they are there, or is an act of theirs. */
function isTheirs(counted: Counted, step: StepConformance): boolean {
  if (unmetOf(counted, step) !== undefined) return true;
  const { deviations } = counted.conformance;
  return counted.own.isAbout(step) && !deviations.some((it) => isOf(it, step) && UNMET.has(it.kind));
}

const weightOf = (steps: readonly StepConformance[]): number =>
  Math.max(0, ...steps.map(({ weight }) => weight));

type Named = Pick<StepConformance, 'runId' | 'step' | 'title'>;

function lostStep(
  counted: Counted,
  named: Named,
  steps: readonly [StepConformance, ...(readonly StepConformance[])],
): LostPoint {
  const { fold } = counted;
  const [step] = steps;
  const deviation = unmetOf(counted, step);
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
  counted: Counted,
  named: Named,
  steps: readonly [StepConformance, ...(readonly StepConformance[])],
): LostPoint {
  const { fold } = counted;
  const [step] = steps;
  const deviation = lateOf(counted, step);
  return {
    ...aboutStep(fold, named, steps),
    key: `deadlines:${nameStep(fold, named.runId, named.step)}`,
    part: 'deadlines',
    points: 1,
    at: deviation?.since ?? step.lateFrom ?? fold.now,
    why: deviation?.text ?? TOO_LATE,
  };
}

const unmetOf = (counted: Counted, step: StepConformance) =>
  deviationOf(counted, step, (kind) => UNMET.has(kind));

const lateOf = (counted: Counted, step: StepConformance) =>
  deviationOf(counted, step, (kind) => kind === 'late');

/** The first that came about since those who practise are there. */
const deviationOf = (
  { conformance, own }: Counted,
  step: StepConformance,
  counts: (kind: DeviationKind) => boolean,
) =>
  conformance.deviations.find(
    (it) => isOf(it, step) && counts(it.kind) && it.since >= own.from && !isOfTheStory(it, own),
  );

const isOf = (it: CaseDeviation, { runId, step }: StepConformance): boolean =>
  it.runId === runId && it.step === step;

/** An act of the story that went before its turn: nobody who practises did it. */
const isOfTheStory = ({ kind, entryId }: CaseDeviation, own: OwnActs): boolean =>
  kind === 'out-of-order' && entryId !== null && !own.has(entryId);

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
