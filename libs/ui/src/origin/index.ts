export { OriginTag } from './origin-tag';
