export { DeadlineLabel } from './deadline-label';
