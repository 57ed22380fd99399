import {
  type CompiledProtocol,
  describeEntry,
  type JournalEntry,
  type ProtocolSet,
} from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import { type LostPoint, scoreOf } from '@repere/training';
import type { LostPointDto, ScoreDto } from './score.dto';

/** Of a longer journal the rest is in the case itself. */
const MOST_MOMENTS = 500;

/** A fictional case whose handling is scored. */
export interface ScoredCase {
  readonly id: string;
  readonly set: ProtocolSet;
  readonly territory: Territory;
  readonly journal: readonly JournalEntry[];
  /** Protocol of each run, by its id. */
  readonly runs: ReadonlyMap<string, CompiledProtocol>;
  /** Who wrote, by the id of the account. */
  readonly names: ReadonlyMap<string, string>;
  /** The moment at which it is counted, epoch ms. */
  readonly now: number;
  /** Ids of entries that came after the end of an assessment. */
  readonly after: ReadonlySet<string>;
}

/** Everything that is said of how a case was handled, whoever may see which part of it. */
export type WholeScore = Omit<ScoreDto, 'mode' | 'isShown' | 'limit'> & {
  readonly figures: NonNullable<ScoreDto['figures']>;
};

/**
 * The score of a case in a training space, from its journal. What is in no journal counts nothing: questions, what whoever leads looks
 * for themselves, and what was tried and refused.
 */
export function scoreCase(scored: ScoredCase, scenario: TrainingScenario): WholeScore {
  const seen = scenario.expectations.filter(({ ticked }) => !ticked);
  const { set, territory, after, now } = scored;
  const journal = scored.journal.filter(({ id }) => !after.has(id));
  const score = scoreOf({
    ...{ set, scenario: { ...scenario, expectations: seen, questions: [] }, territory },
    ...{ journal: journal.filter(({ recordedAt }) => recordedAt <= now), now },
    ...{ answers: new Map<string, string>(), ticks: new Map<string, number>(), attempts: [] },
  });
  const { debrief = [], questions = [], expectations } = scenario;
  return {
    title: scenario.title,
    caseFileId: scored.id,
    uncounted: after.size,
    now: at(now),
    figures: { points: score.points, of: score.of, percent: score.percent, parts: score.parts },
    lost: score.lost.map((it) => lostPoint(it, scenario)),
    met: score.met.map((it) => ({ ...it, at: at(it.at) })),
    debrief: debrief
      .filter(({ about }) => about === undefined)
      .map(({ says, basis = [] }) => ({ says, basis })),
    toAsk: [
      ...expectations.filter(({ ticked }) => ticked).map(({ title }) => title),
      ...questions.map(({ ask }) => ask),
    ],
    timeline: timelineOf({ ...scored, journal }),
  };
}

const at = (moment: number): string => new Date(moment).toISOString();

function lostPoint(
  { key, part, points, at: moment, runId, step, title, why, basis }: LostPoint,
  { debrief = [] }: TrainingScenario,
): LostPointDto {
  return {
    ...{ key, part, points, title, why, basis, at: at(moment) },
    ...{ runId: runId ?? null, step: step ?? null },
    notes: debrief.filter(({ about }) => about === key).map(({ says }) => says),
  };
}

const timelineOf = ({ journal, set, runs, names }: ScoredCase): ScoreDto['timeline'] =>
  journal.slice(0, MOST_MOMENTS).map((entry) => {
    const { who, what } = describeEntry(set, runs, entry);
    return { at: at(entry.recordedAt), who: who && (names.get(entry.enteredBy) ?? null), what };
  });
