export { ANSWERS, type Answer } from './answer/answer';
export { AnswerLine } from './answer/answer-line';
export { ChecklistField, type ChecklistItem, type TypedChecklist } from './answer/checklist-field';
export { NonAnswers } from './answer/non-answers';
export { DurationField } from './amount/duration-field';
export { MonthsField } from './amount/months-field';
export { NumberField } from './amount/number-field';
export { sayDuration } from './amount/say-amount';
export {
  NO_DURATION,
  NO_MONTHS,
  readTypedDuration,
  readTypedMonths,
  readTypedNumber,
  typeDuration,
  typeMonths,
  type AmountReading,
  type TypedDuration,
  type TypedMonths,
} from './amount/typed-amount';
export { Banner } from './banner/banner';
export { DateField } from './date/date-field';
export { sayEdtf } from './date/say-edtf';
export { withFirst } from './date/with-first';
export {
  NO_DATE,
  PRECISIONS,
  readTypedDate,
  typeDate,
  type DateProblem,
  type DateReading,
  type Precision,
  type TypedDate,
} from './date/typed-date';
export { DeadlineLabel } from './deadline/deadline-label';
export { EmptyState } from './empty/empty-state';
export { ErrorSummary, type FieldProblem } from './errors/error-summary';
export { ChoiceField, type Option } from './field/choice-field';
export { CodesField } from './field/codes-field';
export { LongText } from './field/long-text';
export { ADVISE_WORDING, type AdviseWording, WordingAdvice } from './field/wording-advice';
export { SelectField } from './field/select-field';
export { TextField } from './field/text-field';
export { Icon } from './icon/icon';
export { type IconName } from './icon/icon-shapes';
export { Language, LANGUAGES, LOCALES, type BothLanguages, type LanguageCode } from './language/language';
export { provideLanguage } from './language/provide-language';
export { OriginTag } from './origin/origin-tag';
export { SaveLine, type SaveState } from './saving/save-line';
export { StatusWord } from './status/status-word';
export { STEP_STATUSES, stepStatus, type StepStatus } from '@repere/protocol-engine/step-status';
export { sayDay, sayExactly, sayLength, sayMoment, sayTime, type Viewpoint } from './time/say-moment';
export { epoch, SpaceTime } from './time/space-time';
export { TwoVersions, type Chosen, type TwoVersionsRow } from './versions/two-versions';
export { uiEnglish, uiFrench } from './words/ui-words';
