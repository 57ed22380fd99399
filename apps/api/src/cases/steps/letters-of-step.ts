import { may, type CaseResource, type Principal } from '@repere/access';
import { lettersBeside, lettersOf, type LetterTemplate } from '@repere/protocol';
import type { StepLetterDto } from './steps.dto';

/** Who writes what of a case: in an emergency only what protects leaves; a letter of a referral is for who may refer. */
export function mayWriteLetter(
  principal: Principal,
  resource: CaseResource,
  { isProtective, isOfReferral }: Pick<LetterTemplate, 'isProtective' | 'isOfReferral'>,
): boolean {
  if (!may(principal, 'inform', resource).yes) return false;
  if (isOfReferral) return may(principal, 'refer', resource).yes;
  return isProtective || may(principal, 'share', resource).yes;
}

/** Letters that whoever reads a step may write there: those that do it, then those beside it. */
export const lettersOfStep = (
  letters: readonly LetterTemplate[],
  protocol: string,
  step: string,
): readonly StepLetterDto[] => [
  ...lettersOf(letters, protocol, step).map(({ id, title }) => ({ id, title, doesStep: true })),
  ...lettersBeside(letters, protocol, step).map(({ id, title }) => ({ id, title, doesStep: false })),
];
