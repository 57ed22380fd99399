import { type Truth, type Value, wordAbout } from '@repere/feel';
import { type Domain, valuesOf } from './domains';
import type { Assignment } from './domains';

/** More combinations than this are the explorer's. */
const MOST_COMBINATIONS = 5000;

/**
 * Calls `look` with every combination of values, until it returns true. `false` if there are too many, and none was tried.
 * A fact is known exactly if its answer is *given*: other combinations can't be.
 */
export function tryAll(
  domains: ReadonlyMap<string, Domain>,
  visit: (assignment: Assignment) => boolean,
): boolean {
  const keys = [...domains.keys()];
  const values = [...domains.values()].map(valuesOf);
  const combinations = values.reduce((product, { length }) => product * length, 1);
  if (combinations > MOST_COMBINATIONS) return false;
  const assignment = new Map<string, Value>();
  const answered = keys.flatMap((key) => {
    const asked = wordAbout(key);
    return asked?.word === 'answer' && domains.has(asked.about) ? [[key, asked.about] as const] : [];
  });
  const isPossible = () =>
    answered.every(([key, fact]) => (assignment.get(key) === 'given') === (assignment.get(fact) !== null));
  for (let number = 0; number < combinations; number++) {
    let rest = number;
    for (const [place, key] of keys.entries()) {
      const all = values[place] ?? [];
      assignment.set(key, all[rest % all.length] ?? null);
      rest = Math.floor(rest / all.length);
    }
    if (isPossible() && visit(assignment)) return true;
  }
  return true;
}

/** The truths that a condition can have; `undefined` when there are too many combinations to try. */
export function truthsOf(
  test: (assignment: Assignment) => Truth,
  domains: ReadonlyMap<string, Domain>,
): ReadonlySet<Truth> | undefined {
  const truths = new Set<Truth>();
  const isTried = tryAll(domains, (assignment) => {
    truths.add(test(assignment));
    return truths.size === 3;
  });
  return isTried ? truths : undefined;
}
