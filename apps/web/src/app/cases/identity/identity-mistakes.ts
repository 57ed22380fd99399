import type { Child } from '@repere/contract';
import { readTypedDate, type TypedDate } from '@repere/ui/date';
import { fieldOf, type Mistake } from '../new-case-problems';

interface Typed {
  readonly birth: TypedDate;
  readonly gender: string | null;
  readonly why: string;
}

/** What has to be mended before a correction is sent. A birth or gender on record can be another, but not nothing. */
export function mistakesIn(typed: Typed, recorded: Child): readonly Mistake[] {
  const birth = readTypedDate(typed.birth);
  const losesBirth = birth.ok && !birth.edtf && recorded.birth !== undefined;
  const knew = recorded.gender !== undefined && recorded.gender !== 'unknown';
  const losesGender = knew && (typed.gender === null || typed.gender === 'unknown');
  return [
    ...(birth.ok ? [] : [{ fieldId: 'birth', key: `ui.date.problem.${birth.problem}` }]),
    ...(losesBirth ? [{ fieldId: 'birth', key: 'case.identity.birth-stays' }] : []),
    ...(losesGender ? [{ fieldId: 'gender', key: 'case.identity.gender-stays' }] : []),
    ...(typed.why.trim() ? [] : [{ fieldId: 'why', key: 'case.identity.why-missing' }]),
  ];
}

/** The field that a reason of the server is about. */
export const identityFieldOf = (reason: Parameters<typeof fieldOf>[0]): string | undefined => {
  if (reason.field === 'why') return 'why';
  return reason.field === 'values.birth' ? 'birth' : fieldOf(reason);
};
