export type * from './case/contract';
export type * from './case/journal-entry';
export type { Example } from './language/example';
export type * from './conformance/contract';
export type * from './feel/contract';
export type * from './explore/contract';
export type * from './language/document';
export type * from './rights-sheet/contract';
export type * from './time/contract';
export type * from './traceability/contract';
export type * from './language/fact-value';
export type * from './language/participant';
export type * from './value';
export type * from './versions/contract';
export type * from './versions/trial';

export { addMonths, civilDate, dayNumber, isoDay, type CivilDate } from './time/civil-day';
export { dueAt, type Due } from './time/due-at';
export { formatDate } from './time/format-date';
export { formatMonths } from './time/format-months';
export { later } from './time/later';
export { localDay, startOfDay } from './time/local-day';
export { momentAfter, reached, type MomentSpan } from './time/moments';
export { monthsBegun, monthsBetween } from './time/months';
export {
  occurrenceAt,
  parseOccurrence,
  type OccurrenceProblem,
  type OccurrenceResult,
} from './time/occurrence';
export {
  parseDate,
  spanForConditions,
  type DateProblem,
  type DateResult,
  type ParsedDate,
} from './time/parse-date';
export { parseCalendarTime, parseWithin, type CalendarTime } from './time/parse-within';
export { loadLibrary, type Library } from './language/load-library';
export { loadParts, type LoadedParts, type PartDefinition, type Parts } from './language/load-parts';
export { loadProtocol, type LoadedProtocol, type ProtocolTexts } from './language/load-protocol';
export { loadShared, type LoadedShared } from './language/load-shared';
export { loadSources, type Confidence, type Source, type Sources } from './language/load-sources';
export { protocolHash } from './language/protocol-hash';
export { loadRightsSheet } from './rights-sheet/load-rights-sheet';
export { FILE_KINDS, fileSchema, type FileKind } from './language/schema/files';
export { compareVersions, isNewer } from './language/compare-versions';
export { checkLibrary } from './language/check-library';
export { MOST_NESTED, TooMuchWorkError } from './feel/work-budget';
export type { Translated } from './language/translation';
export { writeEnglish } from './language/write-english';
export { stampTranslation, type Stamped } from './language/stamp-translation';
export { applyOverlay } from './language/apply-overlay';
export { documentsByTerritory, isOverlayOf, localDocuments, localVersion } from './language/local-documents';
export { checkOverlay } from './language/check-overlay';
export { checkProtocol, type Surroundings } from './language/check-protocol';
export { loadExample, type LoadedExample } from './language/load-example';
export { loadVectors, type LoadedVectors } from './language/load-vectors';
export { loadOverlay, type LoadedOverlay, type OverlayDocument } from './language/load-overlay';

export { listReferences } from './traceability/list-references';
export { type AnswersBeside, loadAnswers } from './traceability/load-answers';
export { newestVersions } from './traceability/newest-versions';
export { printTraceability } from './traceability/print-traceability';
export { type Traced, traceItems } from './traceability/trace-items';

export { applyEntry, atTime, foldCase, type CaseState } from './case/case-state';
export { availableSteps } from './case/available-steps';
export { BrokenJournalError } from './case/apply-entry';
export { UncheckedProtocolError } from './case/compile-condition';
export { compileProtocols } from './case/compile-protocols';
export { decide } from './case/decide';
export { entryAsCorrected } from './case/entry-as-corrected';
export { isState as isStepState } from './case/early-words';
export { explain } from './case/explain';
export { heldBack } from './case/held-back';
export { groundsOfStep, type StepGround } from './case/step-grounds';
export { type ProtocolSet } from './case/protocol-set';
export { readsAndWrites, touches } from './case/reads-and-writes';
export { relevantFields } from './case/relevant-fields';
export { runExample } from './case/run-example';
export { tick } from './case/tick';
export { tryAnswers, type Tried, type TriedAnswers, type TriedStep } from './case/try-answers';
export type {
  DeadCondition,
  DeadConditions,
  Encoding,
  JudgedDifferently,
  Model,
  Proof,
  Solve,
  StepMark,
  Subject,
} from './explore/solver/contract';
export { explore, type Explorable, type ExploreOptions } from './explore/explore';
export { AllowedStates } from './explore/solver/allowed-states';
export { encodeProtocols } from './explore/solver/encode-protocols';
export { findDeadConditions } from './explore/solver/find-dead-conditions';
export { findJudgedDifferently } from './explore/solver/find-judged-differently';
export { proveSafeguard } from './explore/solver/prove-safeguard';
export { viewCase } from './case/view-case';
export { conformanceOf } from './conformance/conformance-of';
export { DEVIATION_KINDS, type DeviationKind } from './conformance/deviation-kinds';
export { CONFORMANCE_WEIGHTS, FITNESS_FORMULA, fitnessOf } from './conformance/fitness';
export { FactTrial } from './case/fact-trial';
export {
  COUNTED_ANSWERS,
  DEADLINE_ORIGINS,
  DEADLINE_OWNERS,
  FACT_ROLES,
  FIELD_CLASSES,
  ROLES,
  STEP_KINDS,
} from './language/document';
export { figuresIn } from './language/figures-in';
export { STEP_STATES, type StepState } from './language/step-states';
export { type FactOfRole, factsByRole, ROLE_SHAPES } from './language/fact-roles';
export { checkVersionNumber, nextVersion } from './versions/check-version-number';
export { diffVersions, protectsLess } from './versions/diff-versions';
export { periodWords } from './versions/period-words';
export { releaseKind } from './versions/release-kind';
export { isUnchanged, tryMove } from './versions/try-move';
export { describeStep, type DescribedStep } from './reading/describe-step';
export { ROLE_WORDS } from './reading/role-words';
export {
  BANDS,
  type Band,
  type BandTimes,
  isPast,
  type Placement,
  PROTECTS_WITHIN_MS,
  urgencyOf,
  urgencyRank,
} from './order/bands';
export { daysAround } from './order/days-around';
export { compareOrdered, type OrderedStep, orderSteps, placeInCase } from './order/order-steps';
