import type { CaseDeviation, DeviationKind, StepConformance } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';
import { bigintOrNull, iso, isoOrNull } from './json-values';
import type { ProjectedRows } from './projections';

type ProjectedStep = ProjectedRows['step_conformance'][number];
type ProjectedDeviation = ProjectedRows['deviation'][number];

/** Steps that figures count: done, passed over, waived too late, or late if nobody does them in time. */
export function projectConformance(file: LoadedCase): readonly ProjectedStep[] {
  return file.conformance.runs.flatMap(({ runId, protocol, version, openedAt, steps }) =>
    steps.flatMap((step): ProjectedStep[] => {
      const isDone = step.isInOrder !== null;
      const isSettled = isDone || (step.expectation === 'expected' && step.lateFrom === null);
      if (!isSettled && step.lateFrom === null) return [];
      return [
        {
          run_id: runId,
          step: step.step,
          protocol,
          version,
          opened_at: iso(openedAt),
          weight: step.weight,
          expected: isSettled,
          met: isDone && isMetByJournal(step),
          times: step.times,
          possible_at: isoOrNull(step.possibleAt),
          done_at: isoOrNull(step.doneAt),
          waited_ms: isDone ? bigintOrNull(waited(step)) : null,
          late_ms: bigintOrNull(step.lateBy),
          origin: step.origin,
          late_from: isSettled && step.lateAfter === null ? null : isoOrNull(step.lateFrom),
          late_after: step.lateAfter,
          unapproved_from: isoOrNull(missingOf(step, 'unapproved')?.from),
          unapproved_entry: missingOf(step, 'unapproved')?.entryId ?? null,
          unweighed_from: isoOrNull(missingOf(step, 'unweighed')?.from),
          unweighed_entry: missingOf(step, 'unweighed')?.entryId ?? null,
        },
      ];
    }),
  );
}

/** Deviations that the journal tells by itself: what only the clock makes one is left to the query. */
export function projectDeviations(file: LoadedCase): readonly ProjectedDeviation[] {
  const runs = new Map(file.conformance.runs.map((run) => [run.runId, run]));
  return file.conformance.deviations.flatMap((it): ProjectedDeviation[] => {
    const run = runs.get(it.runId);
    if (it.isOpen || !run) return [];
    return [
      {
        key: it.key,
        kind: it.kind,
        run_id: it.runId,
        step: it.step,
        protocol: run.protocol,
        version: run.version,
        opened_at: iso(run.openedAt),
        rank: deviationRank(it),
        since: iso(it.since),
        origin: it.origin ?? null,
        by_ms: bigintOrNull(it.by),
        entry_id: it.entryId,
        entered_by: it.enteredBy,
      },
    ];
  });
}

const RANKS: Readonly<Record<DeviationKind, number>> = {
  'no-third-person': 0,
  'rights-incident': 0,
  late: 2,
  skipped: 2,
  unapproved: 2,
  unweighed: 2,
  'out-of-order': 3,
  repeated: 3,
  waived: 3,
  amended: 4,
  'late-recording': 4,
  flag: 4,
};

/** Order in which deviations are judged: rights, then the law's times, then what was not done as it should. */
const deviationRank = ({ kind, origin }: Pick<CaseDeviation, 'kind' | 'origin'>): number =>
  kind === 'late' && origin === 'LEGAL' ? 1 : RANKS[kind];

/** Whether it was done as it should, what is still missing apart. */
const isMetByJournal = (step: StepConformance): boolean =>
  step.isMet ||
  ((step.missingRequirements.length > 0 || step.lateAfter !== null) &&
    !step.isAnsweredLate &&
    step.isInOrder === true &&
    (step.lateAfter === null ? step.isInTime !== false : step.lateBy === null) &&
    step.isByWhomItShould === true);

const waited = ({ possibleAt, doneAt }: StepConformance): number | null =>
  possibleAt === null || doneAt === null ? null : Math.max(0, doneAt - possibleAt);

const missingOf = ({ missingRequirements: all }: StepConformance, kind: 'unapproved' | 'unweighed') =>
  all.find((it) => it.kind === kind);
