import {
  type CountedPart,
  type PracticeRecord,
  type ScenarioScore,
  SCORE_PARTS,
  type ScorePart,
} from './score-types';
import { countConformance } from './count-conformance';
import { countQuestions } from './count-questions';
import { countReasons } from './count-reasons';
import { OwnActs } from './own-acts';
import { replayRun } from './replay-run';
import { ExpectationWatcher } from './watch/watch-expectations';
import { OrderWatcher } from './watch/watch-order';
import { countAttempts, SafeguardWatcher } from './watch/watch-safeguards';

/**
 * How well a run was done, from its journal: what was lost, each with its moment, step and ground. Whoever has the record comes to the
 * same score. For training only: handling a real case is never scored.
 */
export function scoreOf(record: PracticeRecord): ScenarioScore {
  const own = new OwnActs(record);
  const order = new OrderWatcher(own.from);
  const safeguards = new SafeguardWatcher();
  const expectations = new ExpectationWatcher(record, own);
  const played = replayRun(record, [order, safeguards, expectations]);
  const { steps, deadlines, conformance } = countConformance(played.state, own);
  const { unrated: unratedReasons, ...reasons } = countReasons(record, played);
  const breaches = [safeguards.counted(), countAttempts(played, record.attempts)];
  const counted: Readonly<Record<ScorePart, CountedPart>> = {
    steps,
    deadlines,
    'protection-order': order.counted(),
    expectations: expectations.counted(),
    questions: countQuestions(record),
    reasons,
    safeguards: { of: 0, lost: breaches.flatMap(({ lost }) => lost) },
  };
  const parts = SCORE_PARTS.map((part) => {
    const { of, lost } = counted[part];
    return { part, of, points: of - lost.reduce((sum, { points }) => sum + points, 0) };
  });
  const of = parts.reduce((sum, it) => sum + it.of, 0);
  const points = Math.max(
    0,
    parts.reduce((sum, it) => sum + it.points, 0),
  );
  const all = SCORE_PARTS.map((part) => counted[part]);
  return {
    points,
    of,
    percent: of === 0 ? 100 : Math.floor((points / of) * 100),
    parts,
    lost: all.flatMap(({ lost }) => lost).sort((a, b) => a.at - b.at),
    met: all.flatMap(({ met }) => met ?? []).sort((a, b) => a.at - b.at),
    open: all.reduce((sum, { open = 0 }) => sum + open, 0),
    conformance,
    fitness: conformance.fitness,
    unratedReasons,
  };
}
