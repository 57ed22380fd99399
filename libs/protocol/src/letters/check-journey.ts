import type { CheckFinding } from '../check/checking';
import type { Path } from '../yaml/yaml-source';
import { CHILD_PARTS, JOURNEY_PARTS } from './letter-template';
import { unknownName } from './unknown-name';

/** What is asked of a journey: a part that the calendar has. */
export const checkJourney = (asked: string, at: Path) => checkPartOf(JOURNEY_PARTS, asked, at);

/** What is asked of who the child is. */
export const checkChild = (asked: string, at: Path) => checkPartOf(CHILD_PARTS, asked, at);

function* checkPartOf(known: readonly string[], asked: string, at: Path): Iterable<CheckFinding> {
  if (!known.includes(asked)) yield unknownName('unknown-fact', at, asked, known);
}
