const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Between 0 (included) and 1: the same for the same words, on every machine and in every year. What is drawn for one case does not depend
 * on what was drawn for another, so that the first fifty of a thousand are the fifty. It keeps no secret.
 */
export function draw(...words: readonly (string | number)[]): number {
  let hash = FNV_OFFSET;
  for (const letter of words.join('\u0000')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** From `from` to `to`, both included. */
export const drawBetween = (from: number, to: number, ...words: readonly (string | number)[]): number =>
  from + Math.floor(draw(...words) * (to - from + 1));

/** One of these, each as often as its weight says. */
export function drawOne<T>(
  choices: readonly (readonly [choice: T, weight: number])[],
  ...words: readonly (string | number)[]
): T {
  const whole = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw(...words) * whole;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  throw new RangeError('nothing to draw from');
}
