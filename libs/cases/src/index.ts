export type * from './contract/case-file';
export type * from './contract/problem';
export type * from './contract/session';
export type * from './contract/worklist';
