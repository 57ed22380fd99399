// A protocol in words, for pages: light, since nothing here runs it.
export { DEADLINE_ORIGINS } from './language/document';
export { DEVIATION_KINDS, type DeviationKind } from './conformance/deviation-kinds';
export { describeStep, type DescribedStep } from './reading/describe-step';
export { isNewer } from './language/compare-versions';
export { ROLE_WORDS, roleWords } from './reading/role-words';
export { type BlamingWord, findBlamingWordsIn } from './wording/find-blaming-words';
export { periodWords } from './versions/period-words';
export { BANDS, type Band, isLate, isOpen, isPast } from './order/bands';
export { type OrderedStep, orderSteps } from './order/order-steps';
export type { CaseView } from './case/contract';
