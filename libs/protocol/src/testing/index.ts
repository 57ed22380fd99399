export { byId, fact, otherwise, outcome, protocol, step, words } from './documents';
export { DOCUMENTS, LOST_KEY, SHARED } from './lost-key';
export { CHANGED, GROWN, KEY_VERSIONS, REWORDED, SHARED_LATER, STRICTER } from './moved-keys';
export { FACTS, PROTOCOL, SOURCES, problemsWith } from './small-library';
export { SCENARIO } from './small-scenario';
