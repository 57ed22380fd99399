export { OriginTag } from './origin-tag';
export { originInLists } from './origin-in-lists';
