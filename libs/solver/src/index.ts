export { hasSolver } from './has-solver';
export { startSolver, type Solver } from './start-solver';
