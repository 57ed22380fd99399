export { ANSWERS, type Answer } from './answer';
export { AnswerLine } from './answer-line';
export { ChecklistField, type ChecklistItem, type TypedChecklist } from './checklist-field';
export { NonAnswers } from './non-answers';
export { TwoVersions, type Chosen, type TwoVersionsRow } from './two-versions';
