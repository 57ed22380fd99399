export type { ApiRoutes } from './routes.gen';
export type * from './types.gen';
