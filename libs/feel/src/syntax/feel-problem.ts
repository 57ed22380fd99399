import type { Text } from '../value';
import type { FeelProblem } from '../expression-types';
import type { SourceRange } from './syntax';

/** Words of a problem, in characters: what is echoed of a condition may be all of it, up to its thousands. */
const LONGEST = 300;

const shorten = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

/** Words that echo what somebody wrote, cut short: a problem is read in a line. */
export const briefly = ({ fr, en }: Text): Text => ({ fr: shorten(fr), en: shorten(en) });

/** A mistake at a place of an expression, in words that stay short however long what is wrong there is. */
export const feelProblem = ({ from, to }: SourceRange, message: Text, remedy: Text): FeelProblem => ({
  from,
  to,
  message: briefly(message),
  remedy: briefly(remedy),
});
