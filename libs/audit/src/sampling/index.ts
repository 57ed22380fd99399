/** Samples and their words, for pages: without the parts of this library that compare names. */
export {
  CHECK_ANSWERS,
  FINDING_OUTCOMES,
  FINDING_SEVERITIES,
  MISSION_STATES,
  SAMPLING_METHODS,
} from '../closed-lists/mission-lists';
export { drawSample, frameHash, sortFrame, type Drawn } from './draw-sample';
export { RISK_KINDS, RISK_WEIGHTS } from './score-risk';
