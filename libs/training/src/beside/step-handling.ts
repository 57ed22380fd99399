import type { CaseConformance, StepConformance } from '@repere/case-engine';
import { DEVIATION_KINDS } from '@repere/case-engine';
import type { Text } from '@repere/feel';

/**
 * How a class handled a step, the gravest first. `missing`: it had to be done by now, and was not; `late`; `otherwise`: done out of order,
 * by somebody whose act it is not, or without its second person; `unknown`: nobody knows whether it had to be done; `waived`; `done` as it
 * should be; `open`: nothing was owed yet, or it waits for its second person, in time.
 */
export const STEP_HANDLINGS = [
  ...(['missing', 'late', 'otherwise'] as const),
  ...(['unknown', 'waived', 'done', 'open'] as const),
] as const;
export type StepHandling = (typeof STEP_HANDLINGS)[number];

type Handled = Pick<StepConformance, 'expectation' | 'times' | 'isInTime' | 'isInOrder' | 'isMet'>;

export function handlingOf(step: Handled): StepHandling {
  if (step.expectation === 'waived') return 'waived';
  if (step.times === 0) return UNDONE[step.expectation];
  if (step.isInTime === false) return 'late';
  if (step.isInOrder === false) return 'otherwise';
  return step.isMet ? 'done' : UNMET[step.expectation];
}

type Expectation = Exclude<StepConformance['expectation'], 'waived'>;

const UNDONE: Readonly<Record<Expectation, StepHandling>> = {
  expected: 'missing',
  open: 'open',
  unknown: 'unknown',
  'not-applicable': 'open',
};
/** Done, and something says that it is not as it should be. */
const UNMET: Readonly<Record<Expectation, StepHandling>> = {
  expected: 'otherwise',
  open: 'open',
  unknown: 'unknown',
  'not-applicable': 'otherwise',
};

/** A departure from a protocol in one class. */
export interface GroupDeviation {
  readonly kind: CaseConformance['deviations'][number]['kind'];
  readonly protocol: string;
  readonly step: string;
  /** Of the step. */
  readonly title: Text;
  readonly text: Text;
  /** Who entered it; `null`: nobody did it. */
  readonly who: string | null;
}

/** The same departure in one class or in several. */
export interface CommonDeviation extends Omit<GroupDeviation, 'who' | 'text'> {
  /** How many classes. */
  readonly groups: number;
  /** How often in all. */
  readonly times: number;
  readonly who: readonly string[];
  /** In the words of the first of them. */
  readonly text: Text;
}

/** What departed from the protocols, the commonest first; of what is as common, the gravest. */
export function findCommonDeviations(
  groups: readonly (readonly GroupDeviation[])[],
): readonly CommonDeviation[] {
  const found = new Map<string, CommonDeviation & { readonly in: ReadonlySet<number> }>();
  for (const [group, deviations] of groups.entries())
    for (const { who, ...deviation } of deviations) {
      const key = [deviation.kind, deviation.protocol, deviation.step].join(' ');
      const before = found.get(key);
      const within = new Set([...(before?.in ?? []), group]);
      const people = [...(before?.who ?? []), ...(who === null ? [] : [who])];
      found.set(key, {
        ...(before ?? deviation),
        ...{ in: within, groups: within.size, times: (before?.times ?? 0) + 1, who: [...new Set(people)] },
      });
    }
  return [...found.values()]
    .map(({ in: _, ...deviation }) => deviation)
    .sort(
      (a, b) =>
        b.groups - a.groups ||
        b.times - a.times ||
        DEVIATION_KINDS.indexOf(a.kind) - DEVIATION_KINDS.indexOf(b.kind),
    );
}

/** A run of a protocol in one class, step by step. */
export interface HandledRun {
  readonly protocol: string;
  readonly version: string;
  readonly steps: readonly {
    readonly step: string;
    readonly title: Text;
    readonly handling: StepHandling;
  }[];
}

/** How often each step of a version was handled in which way. */
export interface ProtocolTally {
  readonly protocol: string;
  readonly version: string;
  /** Runs of it, in all classes. */
  readonly runs: number;
  readonly steps: readonly {
    readonly step: string;
    readonly title: Text;
    readonly counts: Readonly<Record<StepHandling, number>>;
  }[];
}

const NONE: Readonly<Record<StepHandling, number>> = {
  ...{ missing: 0, late: 0, otherwise: 0, unknown: 0, waived: 0, done: 0, open: 0 },
};

/** Runs of all classes counted together, by protocol and version, in the order in which they come. */
export function tallyRuns(runs: readonly HandledRun[]): readonly ProtocolTally[] {
  const tallies = new Map<string, ProtocolTally>();
  for (const { protocol, version, steps } of runs) {
    const key = `${protocol}@${version}`;
    const before = tallies.get(key);
    const counts = new Map(before?.steps.map((it) => [it.step, it.counts] as const));
    tallies.set(key, {
      ...{ protocol, version, runs: (before?.runs ?? 0) + 1 },
      steps: steps.map(({ step, title, handling }) => {
        const known = counts.get(step) ?? NONE;
        return { step, title, counts: { ...known, [handling]: known[handling] + 1 } };
      }),
    });
  }
  return [...tallies.values()];
}

/** The gravest way in which a step was handled anywhere: what it is coloured by. */
export const gravestOf = (counts: Readonly<Record<StepHandling, number>>): StepHandling =>
  STEP_HANDLINGS.find((it) => counts[it] > 0) ?? 'open';
