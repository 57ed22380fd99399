export { AGE_BANDS, bandOfAges } from './profile/age-bands';
export { ANSWER_REASONS } from './profile/answer-reasons';
export { ANSWER_HOURS, answerHoursFor, type AnswerHours } from './profile/answer-hours';
export { DIRECTORY_KINDS, type DirectoryKind, SERVICE_KINDS_WORDS } from './profile/service-kinds';
export { needDefinition, SERVICE_NEEDS, type ServiceNeed, NEEDS } from './profile/service-needs';
export { LANGUAGE_TAG, PHONE_NUMBER, SERVICE_LIMITS } from './profile/service-shapes';
export { SERVICE_TRAITS, type ServiceTrait, TRAIT_WORDS } from './profile/service-traits';
export {
  excludesSixteenSeventeen,
  type FreePlaces,
  PLACES_HOLD_HOURS,
  SERVED_SEXES,
  type ServedAges,
  type ServedSex,
  type ServiceProfile,
} from './profile/service-profile';
export type { AskedService } from './ranking/asked-service';
export {
  CRITERIA,
  type Criterion,
  type Verdict,
  VERDICTS,
  type WeighedCriterion,
  type WeighedService,
} from './ranking/weigh-service';
export { type RankedService, rankServices } from './ranking/rank-services';
export { readServiceTable, type TableService } from './import/read-service-table';
export { SERVICE_TABLE_COLUMNS, type TableColumn } from './import/table-columns';
export type { ServiceTableProblem } from './import/table-problem';
