export type * from './bundle/bundle-format';
export { entryFields } from './bundle/entry-fields';
export { entryFromFields } from './bundle/entry-from-fields';
export { NEVER_PROVEN } from './bundle/never-proven';
export { type BundleFiles, openBundle, type OpenedBundle, type OpenOptions } from './bundle/open-bundle';
export { type ReadProblem } from './bundle/reading/read-problem';
export { CHECK_WORDS, faultToName, formatVerdict } from './bundle/format-verdict';
export { replayJournal, type Replayed, shownState } from './bundle/shown-state';
export { type Paced, type Stage } from './bundle/paced';
export {
  checkBundle,
  checkPaced,
  unreadableReport,
  verifyBundle,
  type VerifyOptions,
} from './bundle/verify-bundle';
export { type Inflate } from './bundle/zip/inflate';
