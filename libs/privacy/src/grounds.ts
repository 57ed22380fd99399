// The grounds of sharing in words, for pages that count no days: light, since nothing here needs the engine.
export { SHARING_GROUNDS, type SharingGround, sharingGroundWords } from './sharing-grounds';
