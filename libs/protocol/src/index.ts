export type * from './diff/version-diff';
export type * from './documents/document';
export type * from './documents/participant';
export type * from './documents/proof-report';
export type * from './documents/training-scenario';
export type * from './fact-types/fact-values';
export type * from './fact-types/fact-type';
export type * from './rights-sheet/rights-sheet-types';
export type * from './traceability/trace-lines';

export { loadUnmetNeeds, type UnmetNeedsList } from './calls/load-unmet-needs';
export { calledIn, loadCalls, NO_CALLS, type StepCalls } from './calls/load-calls';
export { type CurriculumItem, RENEWING_KINDS, type RenewingKind } from './curriculum/curriculum';
export { loadCurriculum } from './curriculum/load-curriculum';
export {
  endsSoonFrom,
  holdsUntil,
  type RenewalCause,
  type Standing,
  standingOf,
  type Trained,
} from './curriculum/standing';
export { ON_CALL_KINDS, ON_CALL_WORDS, type OnCallKind, type OnCallWords } from './calls/on-call-kinds';
export type {
  Authority,
  AuthorityRequest,
  Competence,
  CompetenceGround,
  CompetenceRule,
  CountedAnswer,
} from './competence/competence-rules';
export { loadCompetence } from './competence/load-competence';
export { CLASSES_OF_ACTS } from './letters/check-acts';
export { lettersBeside, lettersOf, loadLetters } from './letters/load-letters';
export {
  LETTER_GROUNDS,
  type FamilyToldFacts,
  CHILD_PARTS,
  type ChildPart,
  JOURNEY_PARTS,
  type JourneyPart,
  LETTER_LANGUAGES,
  LETTER_SOURCES,
  type LetterGround,
  type LetterLanguage,
  type KnownAnswers,
  type LetterPart,
  type Milestone,
  type LetterSource,
  type LetterTemplate,
  SECOND_SIGNATURES,
  type SecondSignature,
} from './letters/letter-template';
export { checkLibrary } from './check/check-library';
export { checkProtocol } from './check/check-protocol';
export { type Surroundings } from './check/checking';
export { documentScope } from './check/document-scope';
export { checkVersionNumber, nextVersion } from './diff/check-version-number';
export { periodWords } from './diff/compare/period-words';
export { diffVersions, protectsLess } from './diff/diff-versions';
export { releaseKind } from './diff/release-kind';
export { approverOf } from './documents/approver-of';
export { compareVersions, isNewer } from './versions/compare-versions';
export {
  COUNTED_ANSWERS,
  DEADLINE_ORIGINS,
  DEADLINE_OWNERS,
  FACT_ROLES,
  FIELD_CLASSES,
  ROLES,
  STEP_KINDS,
} from './documents/document';
export type {
  Example,
  ExampleAttempt,
  ExampleCompletion,
  ExampleDue,
  ExampleExpectation,
  ExampleLine,
  ExamplePerson,
  ExampleSet,
  ExampleTime,
  ExampleValue,
} from './documents/example';
export { namedVersions } from './documents/example';
export { countedIn } from './documents/counted-in';
export { type FactOfRole, factsByRole, ROLE_SHAPES } from './documents/fact-roles';
export { FIGURE_PLACE, figuresIn } from './documents/figures-in';
export { canonical, protocolHash } from './documents/protocol-hash';
export { nameInConditions, PROTOCOL_NAME, protocolNamed } from './documents/protocol-name';
export { isDoneOutside } from './documents/is-done-outside';
export { nameable, type Nameable, STATE_WORDS, stateWord, type StateWord } from './documents/state-words';
export { contradictionsIn, reasonListNames, reasonsIn } from './reasons/reason-lists';
export { STEP_STATES, type StepState } from './documents/step-states';
export { addCode, type CodesPlace, moveCodeDown, retireCode, retireEnglish } from './editing/change-codes';
export { changeDeadline, removeDeadline, type TypedDeadline } from './editing/change-deadline';
export { approveEnglish, changeSentence } from './editing/change-sentence';
export { exchangeValue, insertEntry, removeEntry, swapWithNext } from './editing/change-entries';
export { changeWords } from './editing/change-words';
export {
  addScenarioItem,
  findScenarioParts,
  type FoundScenarioParts,
  removeScenarioItem,
  SCENARIO_LISTS,
  type ScenarioField,
  type ScenarioList,
  type ScenarioPart,
  writeScenarioField,
} from './editing/scenario-parts';
export { removeReasonList, writeReasonList } from './editing/write-reason-list';
export {
  type EditableCode,
  type EditableDeadline,
  type EditableReasons,
  type EditableSentence,
  type EditableSubject,
  type EditedTexts,
  findEditable,
  type FoundEditable,
  lineAt,
  placeAt,
} from './editing/find-editable';
export { FACT_TYPE_NAMES, FACT_TYPES, type FactTypeName } from './fact-types';
export { answerToItem } from './fact-types/checklist';
export { LONG_AGO } from './fact-types/date';
export { checkText } from './fact-types/free-words';
export { joined, nonAnswerIn } from './fact-types/no-value';
export {
  checkValue,
  codesOf,
  converterFor,
  feelTypeOf,
  formatAnswer,
  hasRows,
  isSaidByItem,
  typeOf,
} from './fact-types/of-fact';
export { type LoadedExample, loadExample } from './load/load-example';
export { type Library, loadLibrary } from './load/load-library';
export { type LoadedProtocol, loadProtocol, type ProtocolTexts } from './load/load-protocol';
export { type LoadedScenario, loadScenario } from './load/load-scenario';
export { type LoadedShared, loadShared } from './load/load-shared';
export { type Confidence, loadSources, type Source, type Sources } from './load/load-sources';
export { type LoadedVectors, loadVectors } from './load/load-vectors';
export { readExample } from './load/read-example';
export { applyOverlay } from './overlays/apply-overlay';
export { checkOverlay } from './overlays/check-overlay';
export { type LoadedOverlay, loadOverlay, type OverlayDocument } from './overlays/load-overlay';
export { documentsByTerritory, isOverlayOf, localDocuments, localVersion } from './overlays/local-documents';
export { type LoadedParts, loadParts, type PartDefinition, type Parts } from './parts/load-parts';
export { loadRightsSheet } from './rights-sheet/load-rights-sheet';
export { FILE_KINDS, type FileKind, fileSchema } from './schema/files';
export { listReferences } from './traceability/list-references';
export { type AnswersBeside, loadAnswers } from './traceability/load-answers';
export { newestVersions } from './traceability/newest-versions';
export { printTraceability } from './traceability/print-traceability';
export { type Traced, traceItems } from './traceability/trace-items';
export { type Stamped, stampTranslation } from './translation/stamp-translation';
export type { Translated } from './translation/translation';
export { writeEnglish } from './translation/write-english';
export { type DescribedStep, describeStep } from './wording/describe-step';
export { type BlamingWord, findBlamingWordsIn } from './wording/find-blaming-words';
export { listed } from './wording/listed';
export { ANSWER_WORDS } from './wording/answer-words';
export { CONFIDENCE_WORDS, ORIGIN_WORDS } from './wording/ground-words';
export { ROLE_WORDS, roleWords } from './wording/role-words';
export { isOfPlainCharacters } from './yaml/plain-characters';
export { readYaml } from './yaml/yaml-source';
