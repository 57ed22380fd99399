// What a page needs to play worked examples with the engine itself, without checker, explorer and solver: loaded when asked for.
export { compileProtocols } from './case/compile-protocols';
export { explain } from './case/explain';
export { type PlayedExample, type PlayedMoment, playExample } from './case/play-example';
export { type Expected } from './case/tell-expectation';
export { viewCase } from './case/view-case';
export { readExample } from './language/read-example';
export { type DescribedEntry } from './reading/describe-entry';
