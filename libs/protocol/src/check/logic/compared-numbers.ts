import type { IntervalSyntax, Syntax } from '@repere/feel';

/**
 * The numbers with which a comparison compares the one name in it: `n >= 2`, `n in [1..LIMIT]`. `undefined` if it isn't such
 * a comparison, and so can't be decided by trying the numbers around them.
 */
export function comparedNumbers(
  syntax: Syntax,
  limit: (name: string) => number | undefined,
): readonly number[] | undefined {
  const numbers: number[] = [];
  const names = new Set<string>();
  const take = (part: Syntax | IntervalSyntax): boolean => {
    switch (part.kind) {
      case 'literal':
        if (typeof part.value === 'number') numbers.push(part.value);
        return true;
      case 'negation':
        if (part.of.kind !== 'literal' || typeof part.of.value !== 'number') return false;
        numbers.push(-part.of.value);
        return true;
      case 'name': {
        const value = limit(part.name);
        if (value === undefined) names.add(part.name);
        else numbers.push(value);
        return true;
      }
      case 'interval':
        return take(part.low) && take(part.high);
      case 'path':
      case 'call':
      case 'arithmetic':
      case 'comparison':
      case 'membership':
      case 'junction':
      case 'quantified':
        return false;
    }
  };
  const parts =
    syntax.kind === 'comparison'
      ? [syntax.left, syntax.right]
      : syntax.kind === 'membership'
        ? [syntax.of, ...syntax.among]
        : [];
  return parts.length > 0 && parts.every(take) && names.size === 1 ? numbers : undefined;
}

/** One number of each kind that comparisons with these can tell apart: each of them, one between, one beyond. */
export function numbersAround(numbers: readonly number[]): readonly number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((high, place) => (high + (sorted[place] ?? high)) / 2);
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least === undefined || most === undefined ? [0] : [least - 1, ...sorted, ...between, most + 1];
}
