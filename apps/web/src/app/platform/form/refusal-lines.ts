import type { Problem, ProblemReason } from '@repere/contract';
import type { Language } from '@repere/ui';
import { problemText } from '../problem-lines';

/** A line of a refusal, and the field that it is about, if any. */
export interface Refused<K extends string> {
  readonly at?: K | undefined;
  readonly formatText: (language: Language) => string;
}

/** The lines of a refusal, each at its field by the names that the server has for them; one line at least. */
export function refusalLines<K extends string>(
  problem: Problem,
  names: ReadonlyMap<string, K>,
): readonly Refused<K>[] {
  if (!problem.reasons?.length) return [{ formatText: (language) => problemText(problem, language) }];
  return problem.reasons.map((reason) => ({
    at: fieldOf(reason, names),
    formatText: ({ localize }) => localize(reason.text),
  }));
}

/** `child.phones.0` is the field `child.phones`. */
function fieldOf<K extends string>({ field }: ProblemReason, names: ReadonlyMap<string, K>): K | undefined {
  if (field === undefined) return undefined;
  const name = [...names.keys()].find((known) => field === known || field.startsWith(`${known}.`));
  return name === undefined ? undefined : names.get(name);
}
