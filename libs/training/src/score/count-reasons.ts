import type { Scenario } from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import { timeIn } from '../practice/begin-practice';
import type { CountedPart, LostPoint, PracticeRecord } from './score-types';
import { CRITERION_GROUNDS, type ReasonRating } from './reason-rubric';
import { nameStep } from './name-step';
import { listWrittenReasons, type WrittenReason } from './written-reasons';

/** Reasons as whoever leads rated them: one point for each criterion that was looked at. What was not rated counts nothing, and is told apart. */
export function countReasons(
  { set, scenario, territory, journal, now, ratings }: PracticeRecord,
  { fold }: Scenario,
): CountedPart & { readonly unrated: number } {
  const runs = new Map(fold.runs.map(({ runId, protocol }) => [runId, protocol] as const));
  const told = journal.filter(({ recordedAt }) => recordedAt <= now);
  const written = listWrittenReasons(set, runs, told, timeIn(territory, scenario.begins));
  const names = new Map<string, number>();
  const rated = written.flatMap((reason) => {
    const name = nameStep(fold, reason.runId, reason.step);
    const times = (names.get(name) ?? 0) + 1;
    names.set(name, times);
    const rating = ratings.get(reason.entryId);
    return rating ? [{ reason, rating, key: `reasons:${name}${times > 1 ? `~${String(times)}` : ''}` }] : [];
  });
  return {
    of: rated.reduce((sum, { rating }) => sum + rating.met.length + rating.missing.length, 0),
    lost: rated.filter(({ rating }) => rating.missing.length > 0).map(lostReason),
    unrated: written.length - rated.length,
  };
}

function lostReason({
  reason,
  rating: { missing },
  key,
}: {
  readonly reason: WrittenReason;
  readonly rating: ReasonRating;
  readonly key: string;
}): LostPoint {
  const { at, runId, step, title, basis } = reason;
  const grounds = missing.map((criterion) => CRITERION_GROUNDS[criterion]);
  return {
    ...{ key, part: 'reasons', points: missing.length, at, runId, step, title },
    why: joined(grounds.map(({ lacking }) => lacking)),
    basis: [...new Set([...basis, ...grounds.flatMap((it) => it.basis)])],
  };
}

const joined = (texts: readonly Text[]): Text =>
  text(texts.map(({ fr }) => fr).join(' '), texts.map(({ en }) => en).join(' '));
