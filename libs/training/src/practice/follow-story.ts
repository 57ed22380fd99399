import type { JournalEntry, ProtocolSet, Scenario } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import { replayPractice } from './begin-practice';
import { type EventMemory, PendingEvents } from './pending-events';

/** How far a story was followed along the journal of its case. */
export interface StoryPlace {
  /** The last entry that was looked at. */
  readonly seq: number;
  /** Epoch ms, by the clock of the story. */
  readonly at: number;
  readonly memory: EventMemory;
}

/** The same once it was followed, with what to wait for. */
export interface FollowedStory extends StoryPlace {
  /** When the next event is due that needs nothing but time, epoch ms; `null`: none. */
  readonly nextAt: number | null;
  /** Whether one waits for something in the case. */
  readonly watchesCase: boolean;
}

/** A case that others work on, and its story. */
export interface FollowedCase {
  readonly set: ProtocolSet;
  readonly scenario: TrainingScenario;
  readonly territory: Territory;
  /** With what the events did that have come about. */
  readonly journal: readonly JournalEntry[];
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Goes on from there until now, from moment to moment, as `Practice` does with acts of its own: what comes about at each of them is what
 * the journal had by then, however late one looks. Ends early at an event by which others do something: that is to be recorded first,
 * since the next may depend on it.
 */
export function followStory(followed: FollowedCase, from: StoryPlace): FollowedStory {
  const { set, scenario, territory, journal, now } = followed;
  const doing = new Set(scenario.injects?.flatMap((it) => (it.do?.length ? it.id : [])));
  const pending = new PendingEvents(set, scenario, territory, from.memory);
  const played = replayPractice(
    ...([set, scenario, territory, from.at] as const),
    journal.filter(({ seq }) => seq <= from.seq),
  );
  const coming = journal.filter(({ seq }) => seq > from.seq);
  do {
    for (let next = pending.takeNextDue(played); next; next = pending.takeNextDue(played))
      if (doing.has(next.beat.id)) return placeOf(played, pending, from);
  } while (moveOn(played, pending, coming, now));
  return placeOf(played, pending, from);
}

/** To the next moment at which something may come about; `false`: there is none by now. */
function moveOn(played: Scenario, pending: PendingEvents, coming: JournalEntry[], now: number): boolean {
  const [entry] = coming;
  const until = entry ? Math.min(now, Math.max(entry.recordedAt, played.now)) : now;
  const stop = Math.max(pending.nextStop(played, until), played.now);
  const isLater = stop > played.now;
  if (isLater) played.setTime(stop);
  const place = coming.findIndex(({ recordedAt }) => recordedAt > stop);
  const recorded = coming.splice(0, place < 0 ? coming.length : place);
  played.apply(recorded);
  return isLater || recorded.length > 0;
}

const placeOf = (played: Scenario, pending: PendingEvents, { seq }: StoryPlace): FollowedStory => ({
  seq: played.journal.at(-1)?.seq ?? seq,
  at: played.now,
  memory: pending.readMemory(),
  nextAt: pending.nextDueAt(),
  watchesCase: pending.watchesCase,
});
