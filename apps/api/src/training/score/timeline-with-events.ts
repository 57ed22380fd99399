import type { ArrivedEventDto } from '../story/story.dto';
import type { ScoreDto } from './score.dto';

/** What was done, with what came about in between: at one moment, what came is told before what was done about it. */
export function withEvents(
  timeline: ScoreDto['timeline'],
  arrived: readonly ArrivedEventDto[],
): ScoreDto['timeline'] {
  const events = arrived.map(({ at, slide: { title } }) => ({ at, who: null, what: title }));
  return [...events, ...timeline].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
