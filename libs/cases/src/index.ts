export {
  ACCOUNT_STATES,
  type AccountState,
  SERVICE_KINDS,
  type ServiceKind,
} from './accounts/account-states';
export {
  APPOINTMENT_KINDS,
  APPOINTMENT_OUTCOMES,
  APPOINTMENT_STATES,
  type AppointmentKind,
  type AppointmentOutcome,
  type AppointmentState,
  CANCEL_REASONS,
  type CancelReason,
  isCaseConference,
  isJourney,
  isToCome,
  needsThirdPerson,
  SURE_OR_NOT,
  type SureOrNot,
  THIRD_PERSONS,
  type ThirdPerson,
  TOLD,
  type Told,
} from './appointments/closed-lists';
export {
  type Absence,
  type Clash,
  CLASHES,
  type ClashKind,
  clashesOf,
  type TimedAppointment,
  USUAL_MINUTES,
} from './appointments/clashes-of';
export {
  languagesNeedInterpreter,
  MISSING_PARTS,
  missingOf,
  type MissingPart,
} from './appointments/missing-of';
export { type HeardBefore, nextHearings, type NextHearing } from './appointments/next-hearing';
export {
  ACTION_OUTCOMES,
  ACTION_STATES,
  type ActionOutcome,
  type ActionState,
  type Attendance,
  ATTENDANCES,
  CHILD_PARTS,
  type ChildPart,
  CONFERENCE_STATES,
  type ConferenceState,
  DECISION_KINDS,
  type DecisionKind,
  isChildAway,
  MINUTES_VERDICTS,
  type MinutesVerdict,
  needsWhyAway,
  POINT_GROUNDS,
  type PointGround,
} from './conferences/closed-lists';
export {
  CONFERENCE_GAPS,
  type ConferenceGap,
  gapsOfConference,
  type SaidOfConference,
} from './conferences/missing-of-conference';
export { DUPLICATE_OUTCOMES, type DuplicateOutcome } from './closed-lists/duplicates';
export type { EntryWords } from './closed-lists/entry-words';
export type { FlowNews } from './closed-lists/flow-news';
export {
  type Gender,
  GENDER_WORDS,
  GENDERS,
  PERSON_ANSWERS,
  PERSON_RELATION_WORDS,
  PERSON_RELATIONS,
  PERSON_ROLE_WORDS,
  SAFE_CONTACT_PARTS,
  SAFE_CONTACT_WORDS,
  type SafeContactPart,
  PERSON_ROLES,
  type PersonAnswer,
  type PersonRelation,
  type PersonRole,
} from './closed-lists/people';
export {
  factsOfRule,
  findCompetence,
  type FoundCompetence,
  type OpenRule,
} from './competence/find-competence';
export {
  DRAFT_STATES,
  type DraftState,
  type ProtocolFiles,
  PUBLICATION_BLOCKERS,
  type PublicationBlocker,
} from './closed-lists/protocol-drafts';
export {
  BREAK_GLASS_REASONS,
  BREAK_GLASS_REASON_WORDS,
  LEAD_AT_ONCE_REASONS,
  LEAD_AT_ONCE_WORDS,
  LEAD_REFUSALS,
  LEAD_REFUSAL_WORDS,
  type LeadAtOnceReason,
  type LeadRefusal,
  BREAK_GLASS_VERDICT_WORDS,
  BREAK_GLASS_VERDICTS,
  type BreakGlassReason,
  type BreakGlassVerdict,
  type GivenRelation,
  RESTRICTION_REASONS,
  type RestrictionReason,
} from './closed-lists/relations';
export { STEP_MEANS, type StepMeans } from './closed-lists/step-means';
export type { Words } from './words';
export { engineRoles } from './next-step/engine-roles';
export { stepGrounds } from './next-step/step-grounds';
export { type Age, ageOn, dayIn } from './identity/age';
export type { Child } from './identity/child';
export { compareChildren, type Likeness, LIKENESS_CODES, LIKENESS_WORDS } from './identity/compare-children';
export { nameForms } from './identity/name-forms';
export { makeReference, parseReference, REFERENCE_BYTES } from './identity/reference';
export { searchTokens, type SearchToken, type TokenKind } from './identity/search-tokens';
export { fitsTerms, type SearchTerm, termsOfQuery, tokensOfTerm } from './identity/search-terms';
export type { NextStep } from './next-step/next-step';
export { chooseNextStep, MISSING_REQUIREMENTS, rankNextSteps } from './next-step/choose-next-step';
export { type KnownPeople, MASK, type Masked, maskPeople } from './redaction/mask-people';
export type * from './redaction/redacted';
export { isRedacted } from './redaction/is-redacted';
export { GIVEN_BY_TWO, needsSecondPerson } from './accounts/needs-second-person';
export {
  PASSWORD_MAX,
  PASSWORD_MIN,
  PASSWORD_MIN_SCORE,
  passwordFaults,
  passwordLength,
  preparePassword,
  wordsAbout,
  type PasswordFault,
  type PasswordOwner,
} from './accounts/password-rules';
export { asksWhy, FAMILY_TOLD, type FamilyTold, familyToldLine } from './letters/family-told';
