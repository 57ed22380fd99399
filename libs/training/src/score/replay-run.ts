import type { JournalEntry, Scenario } from '@repere/case-engine';
import { replayPractice } from '../practice/begin-practice';
import type { PracticeRecord } from './score-types';

/** Looks at a run while it is told: before each entry, and after all that was recorded at a moment. */
export interface RunWatcher {
  readonly before?: (played: Scenario, entry: JournalEntry) => void;
  readonly after?: (played: Scenario) => void;
}

/** Tells the journal once more from its first entry; what the watchers see is the case as it stood then. */
export function replayRun(record: PracticeRecord, watchers: readonly RunWatcher[]): Scenario {
  const { set, scenario, territory, journal, now } = record;
  const played = replayPractice(set, scenario, territory, journal[0]?.recordedAt ?? now, []);
  for (const [place, entry] of journal.entries()) {
    if (entry.recordedAt > now) break;
    played.setTime(entry.recordedAt);
    for (const { before } of watchers) before?.(played, entry);
    played.apply([entry]);
    if (journal[place + 1]?.recordedAt === entry.recordedAt) continue;
    for (const { after } of watchers) after?.(played);
  }
  played.setTime(Math.max(now, played.now));
  for (const { after } of watchers) after?.(played);
  return played;
}
