import type { DeadlineView } from '@repere/case-engine';
import type { Language, SpaceTime } from '@repere/ui';

/** When something is due, in a whole date: paper is read on another day. `null`: it has no date. */
export function dueOnPaper(
  { dueAt, atOnce }: Pick<DeadlineView, 'dueAt' | 'atOnce'>,
  { t }: Pick<Language, 't'>,
  time: Pick<SpaceTime, 'exactly' | 'time'>,
): string | null {
  if (atOnce) return t('ui.due.at-once');
  if (dueAt === null) return null;
  // Midnight is the end of the day before.
  const last = time.time(dueAt) === '00:00' ? dueAt - 60_000 : dueAt;
  return t('case.document.by', { when: time.exactly(last) });
}
