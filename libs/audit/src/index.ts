export { BUNDLE_FORMAT } from './bundle/bundle-format';
export type * from './bundle/bundle-format';
export { entryFields } from './bundle/entry-fields';
export { entryFromFields } from './bundle/entry-from-fields';
export { NEVER_PROVEN } from './bundle/never-proven';
export { CHECK_WORDS, faultToName, formatVerdict } from './bundle/format-verdict';
export { type BundleFiles, openBundle, type OpenedBundle, type OpenOptions } from './bundle/open-bundle';
export { type Paced, type Stage } from './bundle/paced';
export { type ReadProblem } from './bundle/reading/read-problem';
export { replayJournal, type Replayed, shownState } from './bundle/shown-state';
export {
  checkBundle,
  checkPaced,
  unreadableReport,
  verifyBundle,
  type VerifyOptions,
} from './bundle/verify-bundle';
export { type Inflate } from './bundle/zip/inflate';
export { BOARD_FIGURES, type BoardFigure } from './closed-lists/board-figures';
export {
  BOARD_TRENDS,
  type BoardTrend,
  FIRST_ACT_DELAYS,
  type FirstActDelay,
} from './closed-lists/board-trends';
export { BUNDLE_STATES, type BundleState } from './closed-lists/bundle-states';
export {
  DEVIATION_GROUPINGS,
  type DeviationGrouping,
  JUDGEMENT_VERDICTS,
  JUDGEMENT_WORDS,
  JUDGEMENTS,
  type JudgementKind,
  type JudgementVerdict,
} from './closed-lists/judgements';
export type { KnownNow } from './closed-lists/known-now';
export {
  CHECK_ANSWERS,
  FINDING_OUTCOMES,
  FINDING_SEVERITIES,
  MISSION_STATES,
  SAMPLING_METHODS,
} from './closed-lists/mission-lists';
export type * from './closed-lists/mission-lists';
export {
  CHECK_ANSWER_WORDS,
  FINDING_OUTCOME_WORDS,
  FINDING_SEVERITY_WORDS,
  MISSION_STATE_WORDS,
  RISK_WORDS,
} from './closed-lists/mission-words';
export type * from './closed-lists/access-event-kinds';
export { drawSample, frameHash, sortFrame, type Drawn } from './sampling/draw-sample';
export { RISK_KINDS, RISK_WEIGHTS, rankByRisk, scoreRisk } from './sampling/score-risk';
export type { RiskFigures, RiskKind, RiskReason, RiskScore } from './sampling/score-risk';
export { type AccessEvent } from './access-log/access-event';
export { ACT_WORDS, type ActName, isActName } from './access-log/acts/act-words';
export { nameAccess } from './access-log/name-access';
export { PURPOSE_WORDS, type Purpose, purposeWords } from './access-log/purposes';
export { type AccessContext, MANY, NIGHT, unusualAccess, unusualWords } from './access-log/unusual-access';
export {
  CERTIFICATE_FORMAT,
  CERTIFICATE_LENGTH,
  CERTIFIED,
  CERTIFYING_ACT,
  type CertificateFile,
  type TrainingCertificate,
} from './certificate/certificate';
export { certificateOfPaper, isPaper, PAPER_BYTES } from './certificate/certificate-of-paper';
export {
  CERTIFICATE_FAULTS,
  type CertificateFault,
  type CertificateVerdict,
  readKeys,
  verifyCertificate,
} from './certificate/verify-certificate';
