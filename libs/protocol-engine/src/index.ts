export type * from './case/contract';
export type * from './feel/contract';
export type * from './language/document';
export type * from './time/contract';
export type * from './value';
