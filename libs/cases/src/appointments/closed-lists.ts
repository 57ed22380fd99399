/** What an appointment of a child is for. The last is for whatever else there is: its words say what. */
export const APPOINTMENT_KINDS = [
  'hearing',
  'confrontation',
  'authority',
  'medical',
  'placement',
  'transport',
  'meeting',
  'case-conference',
  'other',
] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** `moved`: to come, at another hour than was said first. */
export const APPOINTMENT_STATES = [
  'planned',
  'moved',
  'held',
  'cancelled',
  'missed-by-child',
  'missed-by-service',
] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** What can become of one. */
export const APPOINTMENT_OUTCOMES = ['held', 'cancelled', 'missed-by-child', 'missed-by-service'] as const;
export type AppointmentOutcome = (typeof APPOINTMENT_OUTCOMES)[number];

/** Why it does not take place. */
export const CANCEL_REASONS = [
  'authority',
  'service',
  'child-refuses',
  'child-not-well',
  'child-absent',
  'no-interpreter',
  'no-escort',
  'not-safe',
  'by-mistake',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** An answer that may not be known: unknown is never no. */
export const SURE_OR_NOT = ['yes', 'no', 'unknown'] as const;
export type SureOrNot = (typeof SURE_OR_NOT)[number];

/** S34: who is beside the child. `by-decision`: nobody, and a magistrate decided so with reasons. */
export const THIRD_PERSONS = ['named', 'by-decision', 'not-settled'] as const;
export type ThirdPerson = (typeof THIRD_PERSONS)[number];

/** Whether the child was told. */
export const TOLD = ['yes', 'no', 'not-yet'] as const;
export type Told = (typeof TOLD)[number];

/** At these somebody stands beside the child, always (S34). */
export const needsThirdPerson = (kind: AppointmentKind): boolean =>
  kind === 'hearing' || kind === 'confrontation';

/** These are a way from one place to another. */
export const isJourney = (kind: AppointmentKind): boolean => kind === 'transport' || kind === 'placement';

/** At these the child may not be: who is invited, and what part the child has, is said of the conference itself. */
export const isCaseConference = (kind: AppointmentKind): boolean => kind === 'case-conference';

/** Still to come, as far as anybody said. */
export const isToCome = (state: AppointmentState): boolean => state === 'planned' || state === 'moved';
