import {
  type AppointmentKind,
  type AppointmentState,
  isCaseConference,
  isToCome,
  needsThirdPerson,
  type SureOrNot,
  type ThirdPerson,
  type Told,
} from './closed-lists';

/** What nobody has settled yet of an appointment. */
export const MISSING_PARTS = [
  'third-person',
  'escort',
  'interpreter',
  'interpreter-not-found',
  'told',
  'hour',
] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** An appointment as far as this asks. */
export interface SettledParts {
  readonly kind: AppointmentKind;
  readonly state: AppointmentState;
  readonly isWholeDay: boolean;
  readonly hasEscort: boolean;
  /** Whether an interpreter is needed, as somebody said. */
  readonly interpreter: SureOrNot;
  readonly interpreterFound: SureOrNot;
  readonly third: ThirdPerson | null;
  readonly told: Told;
}

/**
 * What is missing of an appointment that is to come; of one that was held, the person beside the child alone: how it went is told
 * nowhere else. `needsInterpreter`: whether the case says that the child's language needs one; against it, "no" is no answer.
 */
export function missingOf(it: SettledParts, needsInterpreter: SureOrNot): readonly MissingPart[] {
  const third = needsThirdPerson(it.kind) && (it.third ?? 'not-settled') === 'not-settled';
  if (!isToCome(it.state)) return it.state === 'held' && third ? ['third-person'] : [];
  const isConference = isCaseConference(it.kind);
  const isOpen = it.interpreter === 'unknown' || (it.interpreter === 'no' && needsInterpreter === 'yes');
  return [
    ...(third ? (['third-person'] as const) : []),
    ...(it.hasEscort || isConference ? [] : (['escort'] as const)),
    ...(isOpen && !isConference ? (['interpreter'] as const) : []),
    ...(it.interpreter === 'yes' && it.interpreterFound !== 'yes'
      ? (['interpreter-not-found'] as const)
      : []),
    ...(it.told === 'yes' ? [] : (['told'] as const)),
    ...(it.isWholeDay ? (['hour'] as const) : []),
  ];
}

/** Whether the child's languages, codes of BCP 47, need an interpreter; nothing known is not known. */
export function languagesNeedInterpreter(codes: readonly string[]): SureOrNot {
  if (codes.length === 0) return 'unknown';
  return codes.some((code) => code.toLowerCase().split('-')[0] === 'fr') ? 'no' : 'yes';
}
