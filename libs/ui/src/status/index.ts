export { DeadlineLabel } from '../status/deadline-label';
export { StatusWord } from './status-word';
export { STEP_STATUSES, stepStatus, type StepStatus } from '@repere/case-engine';
