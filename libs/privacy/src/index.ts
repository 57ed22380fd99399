export type * from './access-requests';
export { ERASURE_GROUNDS, type ErasureGround, erasureGroundWords } from './erasure-grounds';
export { endOfPeriod, latestStart } from './retention/period';
export {
  CASE_RULES,
  type CaseRule,
  RETENTION_RULES,
  type RetentionRule,
  type RetentionStart,
  retentionRule,
} from './retention/retention-rules';
export {
  type CaseDates,
  type PeriodInForce,
  retentionEnd,
  type RetentionEnd,
} from './retention/retention-end';
export { SHARING_MEANS, type SharingMeans } from './sharing-means';
export { SHARING_GROUNDS, type SharingGround, sharingGroundWords } from './sharing-grounds';
export { REDACTION_REASONS, type RedactionReason, redactionReasonWords } from './redaction-reasons';
