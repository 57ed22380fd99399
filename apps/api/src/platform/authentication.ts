import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor';

/** Who sends a request. Implemented by access; the platform only needs the question. */
export abstract class Authentication {
  /** Asked in the transaction; throws `unauthenticated`. */
  abstract ofRequest(request: Request): (manager: EntityManager) => Promise<Actor>;
}
