export { Banner } from './banner';
export { EmptyState } from '../feedback/empty-state';
export { ErrorSummary, type FieldProblem } from '../feedback/error-summary';
export { SaveLine, type SaveState } from '../feedback/save-line';
