export type * from './diagram';
export { drawProtocol } from './draw-protocol';
