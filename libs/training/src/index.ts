export type * from './practice/practice-act';

export { checkScenario, type ScenarioGrounds } from './check/check-scenario';
export { type CheckedScenario, checkWritten, type WrittenGrounds } from './check/check-written';
export {
  LESSON_FAULTS,
  type LessonFault,
  type OtherVersion,
  tryLesson,
  type TriedLesson,
} from './check/try-lesson';
export { type FollowedCase, type FollowedStory, followStory, type StoryPlace } from './practice/follow-story';
export { nextModelLine } from './practice/model-run';
export { nameOfLine } from './practice/name-of-line';
export { Practice } from './practice/practice';
export { TRAINING_MODES, type TrainingMode } from './practice/training-modes';
export { replayPractice, timeIn } from './practice/begin-practice';
export type { EventMemory } from './practice/pending-events';
export { plantedCosts } from './check/planted-costs';
export {
  type RehearsedRun,
  rehearseBranch,
  rehearseModel,
  rehearseNothing,
  rehearsePlanted,
} from './check/rehearse';
export {
  BREACH_COSTS,
  type GivenChoice,
  type LostPoint,
  type MetPoint,
  type PracticeRecord,
  SCORE_PARTS,
  type ScenarioScore,
  type ScorePart,
} from './score/score-types';
export {
  CRITERION_GROUNDS,
  REASON_CRITERIA,
  type ReasonCriterion,
  type ReasonRating,
} from './score/reason-rubric';
export { listWrittenReasons, type WrittenReason } from './score/written-reasons';
export { type ActBeside, compareRuns } from './beside/compare-runs';
export { type GroupHour, type GroupLine, type GroupMoment, layByHour } from './beside/lay-by-hour';
export type { StepAct, ToldRun } from './beside/list-acts';
export { listModelActs } from './beside/list-model-acts';
export {
  type CommonDeviation,
  findCommonDeviations,
  gravestOf,
  type GroupDeviation,
  type HandledRun,
  handlingOf,
  type ProtocolTally,
  STEP_HANDLINGS,
  type StepHandling,
  tallyRuns,
} from './beside/step-handling';
export { endOfExpectation } from './score/watch/expectation-end';
export { countedAnswers } from './score/count-questions';
export { scoreOf } from './score/score-of';
export { attemptOf, type RefusedAct } from './score/refused-act';
export { groupLost, type GroupedLost } from './score/group-lost';
export { describeTime, describeTrigger } from './reading/describe-trigger';
export { describeExpectation, type ReadingGrounds } from './reading/describe-expectation';
export { orderBeats, type PlacedBeat } from './reading/order-beats';
export { listSlides, type Slide, type SlidePoint } from './presenting/list-slides';
export { MOST_NAMES } from './load/fictional-names';
export { canBeTold, type LoadStory, outlineOf, storyOfExample, storyOfScenario } from './load/load-story';
export {
  LEAST_CASES,
  LOAD_SIZES,
  LOAD_TEAMS,
  LOAD_WORKERS,
  MOST_CASES,
  MOST_SEED,
  planCase,
  type PlannedCase,
  planLoad,
  type StoryOutline,
} from './load/plan-load';
export { type LoadSurroundings, tellCase, type ToldCase } from './load/tell-case';
