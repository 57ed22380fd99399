export { startSolver, type Solver } from './start-solver';
