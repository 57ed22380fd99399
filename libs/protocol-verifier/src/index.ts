export { type Explorable, explore, type ExploreOptions } from './explore';
export { AllowedStates } from './solver/allowed-states';
export type {
  DeadCondition,
  DeadConditions,
  Encoding,
  JudgedDifferently,
  Model,
  Proof,
  Solve,
  StepMark,
  Subject,
} from './solver/solver-types';
export { findDeadConditions } from './solver/find-dead-conditions';
export { findJudgedDifferently } from './solver/find-judged-differently';
export { proveSafeguard } from './solver/prove-safeguard';
export { encodeProtocols } from './solver/world/encode-protocols';
export { hasSolver } from './z3/has-solver';
export { startSolver, type Solver } from './z3/start-solver';
