export type * from './conformance/conformance-types';
export type * from './journal/engine-types';
export type * from './journal/journal-entry';
export { ENTRY_KINDS, type EntryKind } from './journal/entry-kinds';
export type * from './moving/trial';

export { condition, derivedExpression, UncheckedProtocolError } from './compile/compile-condition';
export { CompiledVersions, type HashedVersion } from './compile/compiled-versions';
export { compileProtocols } from './compile/compile-protocols';
export { dependenciesOf } from './compile/dependencies';
export {
  type CompiledFact,
  type CompiledProtocol,
  type CompiledSafeguard,
  type CompiledStep,
  findProtocol,
  type ProtocolSet,
  type StateCondition,
  type StateExpression,
} from './compile/protocol-set';
export { readsAndWrites, touches } from './compile/reads-and-writes';
export { conformanceOf } from './conformance/conformance-of';
export {
  DEVIATION_KIND_WORDS,
  DEVIATION_KINDS,
  DEVIATION_KINDS_WORDS,
  type DeviationKind,
} from './conformance/deviation-kinds';
export { CONFORMANCE_WEIGHTS, FITNESS_FORMULA, fitnessOf, weightOf } from './conformance/fitness';
export { availableSteps, mayBeDone } from './decide/available-steps';
export { testSent } from './decide/checks/ask-of-sent';
export { mayEnter } from './decide/checks/check-participants';
export { relevantFields } from './decide/checks/relevant-fields';
export { decide } from './decide/decide';
export { commandOf } from './examples/example-command';
export { checkExpectation } from './examples/example-expectation';
export { participantsOf } from './examples/example-people';
export { Scenario } from './examples/scenario';
export { factValue, scenarioTime } from './examples/example-values';
export { type PlayedExample, type PlayedMoment, playExample } from './examples/play-example';
export { runExample } from './examples/run-example';
export { timeOf } from './examples/play-lines';
export { type Expected, renderExpectation } from './examples/render-expectation';
export { isState as isStepState } from './explain/early-words';
export { explain } from './explain/explain';
export { heldBack } from './explain/held-back';
export { groundsOfStep, type StepGround } from './explain/step-grounds';
export { type Tried, type TriedAnswers, type TriedStep, tryAnswers } from './explain/try-answers';
export { approvedRows } from './facts/approved-rows';
export type { FactStore, ListStatus, RowStatus } from './facts/fact-store';
export { FactTrial } from './facts/fact-trial';
export { answerReader, factReader, storeOf, storeOfList } from './facts/read-facts';
export type { StatedContent } from './journal/entry-status';
export { BrokenJournalError } from './fold/apply-entry';
export type { CaseFold } from './fold/case-fold';
export { applyEntry, atTime, type CaseState, foldCase } from './fold/case-state';
export { scheduledOpenings } from './fold/open-runs';
export type { RunFold } from './fold/run-fold';
export { tick } from './fold/tick';
export { entryAsCorrected } from './journal/entry-as-corrected';
export { isUnchanged, tryMove } from './moving/try-move';
export {
  type Band,
  BANDS,
  type BandTimes,
  isLate,
  isOpen,
  isPast,
  type Placement,
  PROTECTS_WITHIN_MS,
  urgencyOf,
  URGENCY_RANKS,
  urgencyRank,
} from './order/bands';
export { daysAround } from './order/days-around';
export { compareOrdered, type OrderedStep, orderSteps, placeInCase } from './order/order-steps';
export { isMissingRequirements } from './steps/missing-requirements';
export { readOutcome } from './steps/read-outcome';
export { ENDED, momentOf, readOfStep } from './steps/read-state';
export { isInEffect, opensAt, stepState, testIn } from './steps/step-state';
export { describeEntry, type DescribedEntry } from './view/describe-entry';
export {
  isAway,
  needsWhy,
  stateInSentence,
  stateWords,
  STATUS_DETAILS,
  STATUS_WORDS,
  statusDetail,
  type StatusDetail,
  STEP_STATUSES,
  stepStatus,
  type StepStatus,
} from './view/step-status';
export { viewCase } from './view/view-case';
