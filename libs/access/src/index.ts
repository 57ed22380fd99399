export { ACCOUNT_ROLES, type AccountRole, LEARNER_ROLES, type LearnerRole } from './account-role';
export { type AccountDates, isAccountOpen } from './is-account-open';
export { STRENGTHS, STRENGTH_WORDS, type Strength } from './strength';
export { FIELD_CLASSES, type FieldClass } from './field-class';
export {
  type CaseResource,
  CLOSED_FIELD,
  may,
  mayNowhere,
  type Resource,
  type RightsReason,
  teamsWhere,
  type Verdict,
} from './may';
export {
  type Principal,
  type Exclusion,
  exclusionOf,
  type CaseGrants,
  IN_CHARGE,
  isEmergencyOnly,
  isOutOfCircle,
  isInCharge,
  RELATIONS,
  type Relation,
  relationsTo,
  type StandIn,
  type CaseGrant,
  GRANTED_RELATIONS,
  type GrantedRelation,
} from './relations';
export {
  type Act,
  CASE_ACTS,
  CASE_RIGHTS,
  type CaseAct,
  mayEver,
  REFERABLE_CLASSES,
  rightsOf,
  rolesThatMay,
  SERVICE_ACTS,
  SERVICE_RIGHTS,
  type ServiceAct,
  TEAM_ACTS,
  TEAM_RIGHTS,
  type TeamAct,
  REDACTED_CLASSES,
} from './rights';
export {
  ACCOUNT_ROLE_WORDS,
  ACT_WORDS,
  FIELD_CLASS_CONTENTS,
  FIELD_CLASS_WORDS,
  RELATION_WORDS,
  type Text,
} from './words';
export { whoMay } from './who-may';
export { printRights } from './print-rights';
