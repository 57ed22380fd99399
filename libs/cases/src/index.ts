export type * from './contract/case-file';
export type * from './contract/problem';
export type * from './contract/session';
export type * from './contract/worklist';
export { compareChildren, type Likeness } from './identity/compare-children';
export { nameForms } from './identity/name-forms';
export { makeReference, parseReference, REFERENCE_BYTES } from './identity/reference';
export { searchTokens, tokensOfQuery, type SearchToken, type TokenKind } from './identity/search-tokens';
