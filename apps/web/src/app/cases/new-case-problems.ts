import type { ProblemReason } from '@repere/contract';
import type { Answer } from '@repere/ui/answer';
import { readTypedDate, type DateProblem, type TypedDate } from '@repere/ui/date';

/** A mistake in the form of a new case: the field that it belongs to and the key of its words. */
export interface Mistake {
  readonly fieldId: string;
  readonly key: string;
}

interface Typed {
  readonly danger: Answer | null;
  readonly birth: TypedDate;
  readonly whyNoDuplicate: string;
}

/** What has to be mended before a case can be opened. Danger has to be asked; nothing about the child is required. */
export function mistakesIn(typed: Typed, matches: number): readonly Mistake[] {
  const birth = readTypedDate(typed.birth);
  return [
    ...(typed.danger ? [] : [{ fieldId: 'danger', key: 'cases.new.danger.missing' }]),
    ...(birth.ok ? [] : [{ fieldId: 'birth', key: dateKey(birth.problem) }]),
    // Where a child may be in danger the case is opened first, and the question asked within the day.
    ...(typed.danger === 'no' && matches > 0 && !typed.whyNoDuplicate.trim()
      ? [{ fieldId: 'why-no-duplicate', key: 'cases.new.duplicates.missing' }]
      : []),
  ];
}

const FIELDS: Readonly<Record<string, string>> = {
  urgentDangerSeen: 'danger',
  'child.calledName': 'called-name',
  'child.givenNames': 'given-names',
  'child.familyName': 'family-name',
  'child.alsoKnownAs': 'also-known-as',
  'child.birth': 'birth',
  'child.gender': 'gender',
  'child.phones': 'phones',
  notDuplicates: 'why-no-duplicate',
};

/** The field of the form that a reason of the server is about: `child.phones.0` is the phones' field. */
export function fieldOf(reason: ProblemReason): string | undefined {
  const path = Object.keys(FIELDS).find(
    (known) => reason.field === known || reason.field?.startsWith(`${known}.`),
  );
  return path === undefined ? undefined : FIELDS[path];
}

const dateKey = (problem: DateProblem) => `ui.date.problem.${problem}`;
