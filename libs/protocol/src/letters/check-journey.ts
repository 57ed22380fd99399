import type { CheckFinding } from '../check/checking';
import type { Path } from '../yaml/yaml-source';
import { JOURNEY_PARTS } from './letter-template';
import { unknownName } from './unknown-name';

/** What is asked of a journey: a part that the calendar has. */
export function* checkJourney(asked: string, at: Path): Iterable<CheckFinding> {
  if (!JOURNEY_PARTS.some((it) => it === asked)) yield unknownName('unknown-fact', at, asked, JOURNEY_PARTS);
}
