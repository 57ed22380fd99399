import type { Problem } from '@repere/contract';
import type { Language } from '@repere/ui';
import { problemText } from '../../platform/problem-lines';

const OURS = [
  'second-step-failed',
  'second-step-over',
  'passkey-refused',
  'step-up-required',
  'step-up-failed',
  'locked',
  'unavailable',
  'unreachable',
];

/** Why a passkey did not do: refused, or left. */
export const formatLeft = (why: Problem | 'left', language: Pick<Language, 't' | 'localize'>): string =>
  why === 'left' ? language.t('factors.passkey.left') : formatRefused(why, language);

/** Why it did not go on, in the reader's words. */
export function formatRefused(problem: Problem, { t, localize }: Pick<Language, 't' | 'localize'>): string {
  return OURS.includes(problem.code)
    ? t(`factors.refused.${problem.code}`)
    : problemText(problem, { t, localize });
}
