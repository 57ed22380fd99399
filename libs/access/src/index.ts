export { ACCOUNT_ROLES, type AccountRole } from './account-role';
export { FIELD_CLASSES, type FieldClass } from './field-class';
export { type Asker, may, relationsTo, type Resource, type RightsReason, type Verdict } from './may';
export {
  type Act,
  CASE_ACTS,
  CASE_RIGHTS,
  type CaseAct,
  RELATIONS,
  type Relation,
  SERVICE_ACTS,
  SERVICE_RIGHTS,
  type ServiceAct,
  TEAM_ACTS,
  TEAM_RIGHTS,
  type TeamAct,
  WITHHELD_CLASSES,
} from './rights';
