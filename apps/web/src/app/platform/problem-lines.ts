import type { Problem } from '@repere/contract';
import type { Language } from '@repere/ui';

/**
 * Why something was not done, one line a reason. Trying again is proposed only where it may help: when the server has not
 * answered, or has failed. What it refuses it says itself, in the page's language.
 */
export function problemLines(
  problem: Problem,
  { t, localize }: Pick<Language, 't' | 'localize'>,
): readonly string[] {
  if (problem.reasons?.length) return problem.reasons.map(({ text }) => localize(text));
  if (problem.code === 'unreachable') return [t('shell.problem.unreachable')];
  return [isOurFault(problem) ? t('shell.problem.other') : problem.title];
}

/** The same in one piece. */
export const problemText = (problem: Problem, language: Pick<Language, 't' | 'localize'>): string =>
  problemLines(problem, language).join(' ');

/** Whether the same again could end otherwise. */
export const isWorthAnotherTry = ({ code, status }: Problem): boolean =>
  code === 'unreachable' || status === 429 || isOurFault({ code, status });

/** The server failed, or something between it and the page answered in its place. */
const isOurFault = ({ code, status }: Pick<Problem, 'code' | 'status'>): boolean =>
  code === 'unexpected' || status >= 500;
