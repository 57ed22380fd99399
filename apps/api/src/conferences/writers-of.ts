import type { KeptConference } from './conferences.repository';

/** Who wrote minutes since another person said something of them: none of them agrees to what stands, also where it was saved again since. */
export function writersOf({ now, earlier }: KeptConference): readonly string[] {
  const all = [now, ...earlier];
  const judged = all.findIndex(({ state }) => state === 'agreed' || state === 'sent-back');
  const since = judged < 0 ? all : all.slice(0, judged);
  return since.filter(({ state }) => state === 'written').map(({ byId }) => byId);
}
