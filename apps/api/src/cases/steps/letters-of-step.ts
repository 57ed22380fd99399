import { isOutOfCircle, may, type CaseResource, type Principal } from '@repere/access';
import { lettersBeside, type LetterGround, lettersOf, type LetterTemplate } from '@repere/protocol';
import type { StepLetterDto } from './steps.dto';

/** What an authority is told, which the law asks for; who helps the child is told more of where they go. */
const IS_TO_AUTHORITY: Readonly<Record<LetterGround, boolean>> = {
  ...{ authority: true, emergency: true },
  ...{ 'shared-secret': false, agreed: false, referrer: false, other: false },
};

/**
 * Who writes what of a case: in an emergency only what protects leaves, out of a circle only to an authority; a letter of a referral is for
 * who may refer.
 */
export function mayWriteLetter(
  principal: Principal,
  resource: CaseResource,
  { isProtective, isOfReferral, ground }: Pick<LetterTemplate, 'isProtective' | 'isOfReferral' | 'ground'>,
): boolean {
  if (!may(principal, 'inform', resource).yes) return false;
  if (isOfReferral) return may(principal, 'refer', resource).yes;
  if (isOutOfCircle(principal, resource))
    return isProtective && ground !== undefined && IS_TO_AUTHORITY[ground];
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
