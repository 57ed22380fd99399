import { describeEntry } from '@repere/case-engine';
import type { TrainingScenario } from '@repere/protocol';
import {
  attemptOf,
  listWrittenReasons,
  type LostPoint,
  scoreOf,
  timeIn,
  type WrittenReason,
} from '@repere/training';
import type { RatedReasonRow } from '../reasons/reasons.query';
import type { WrittenReasonDto } from '../reasons/reasons.dto';
import type { LostPointDto, ScoreDto } from './score.dto';
import type { ScoredCase } from './scored-case';
import { shortenSaid } from './shorten-said';
import { answeredQuestion, givenChoices } from '../questions/show-question';
import { type SaidMoment, listAnswerMoments } from '../questions/list-answer-moments';
import { showHandling } from './show-handling';
import { showBeside } from './beside/show-beside';

/** Of a longer journal the rest is in the case itself. */
const MOST_MOMENTS = 500;

/** Everything that is said of how a case was handled, whoever may see which part of it. */
export type WholeScore = Omit<ScoreDto, 'mode' | 'isShown' | 'mayRate' | 'limit'> & {
  readonly figures: NonNullable<ScoreDto['figures']>;
};

/** The score of a case in a training space, from its journal, what was refused, and what the class said of it. */
export function scoreCase(scored: ScoredCase, scenario: TrainingScenario): WholeScore {
  const { set, territory, after, now, isOver, runs } = scored;
  const answers = givenChoices(scored.answers);
  const ticks = new Map(scored.ticks.map((it) => [it.expectation, it.at.getTime()] as const));
  const ratings = new Map(scored.ratings.map((it) => [it.entryId, it] as const));
  const attempts = scored.refused.filter((it) => it.at <= now).map((it) => attemptOf(it, runs));
  const journal = scored.journal.filter(({ id }) => !after.has(id));
  const score = scoreOf({
    ...{ set, scenario, territory, answers, ticks, ratings, attempts },
    ...{ journal: journal.filter(({ recordedAt }) => recordedAt <= now), now, isOver },
  });
  const written = listWrittenReasons(set, runs, journal, timeIn(territory, scenario.begins));
  const { debrief = [], questions = [] } = scenario;
  return {
    title: scenario.title,
    caseFileId: scored.id,
    uncounted: after.size,
    now: at(now),
    figures: {
      points: score.points,
      of: score.of,
      percent: score.percent,
      open: score.open,
      parts: score.parts,
      unratedReasons: score.unratedReasons,
    },
    lost: score.lost.map((it) => lostPoint(it, scenario)),
    reasons: written
      .slice(0, MOST_MOMENTS)
      .map((it) => writtenReason(it, scored.names, ratings.get(it.entryId))),
    beside: showBeside({ ...scored, journal }, scenario, score.lost),
    handling: showHandling(score.conformance, scored.names),
    met: score.met.map((it) => ({ ...it, at: at(it.at) })),
    debrief: debrief
      .filter(({ about }) => about === undefined)
      .map(({ says, basis = [] }) => ({ says, basis })),
    questions: questions.map((it) => answeredQuestion(it, answers.get(it.id) ?? [])),
    timeline: timelineOf({ ...scored, journal }, listAnswerMoments(scenario, answers, ticks)),
  };
}

const at = (moment: number): string => new Date(moment).toISOString();

function lostPoint(
  { key, part, points, at: moment, runId, step, places = [], title, why, basis }: LostPoint,
  { debrief = [] }: TrainingScenario,
): LostPointDto {
  return {
    ...{ key, part, points, title, why, basis, at: at(moment) },
    ...{ runId: runId ?? null, step: step ?? null },
    protocols: places.map(({ protocol }) => protocol),
    notes: debrief.filter(({ about }) => about === key).map(({ says }) => says),
  };
}

const writtenReason = (
  { entryId, at: moment, runId, step, title, said, basis, enteredBy }: WrittenReason,
  names: ScoredCase['names'],
  rating: RatedReasonRow | undefined,
): WrittenReasonDto => ({
  ...{ entryId, runId, step, title, basis, at: at(moment) },
  ...shortenSaid(said),
  who: names.get(enteredBy) ?? null,
  rating: rating ? { met: rating.met, missing: rating.missing, note: rating.note } : null,
});

const timelineOf = (
  { journal, set, runs, names }: ScoredCase,
  said: readonly SaidMoment[],
): ScoreDto['timeline'] => {
  const done = journal.slice(0, MOST_MOMENTS).map((entry) => {
    const { who, what } = describeEntry(set, runs, entry);
    return { at: entry.recordedAt, who: who && (names.get(entry.enteredBy) ?? null), what };
  });
  return [...done, ...said]
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_MOMENTS)
    .map((it) => ({ ...it, at: at(it.at) }));
};
