import type { Request } from 'express';
import type { DeclaredAct } from './act';
import type { Enter } from './enter';

/** Who sends a request. Implemented by access; the platform only needs the question. */
export abstract class Authentication {
  /** As whoever is signed in; throws `unauthenticated`. */
  abstract ofRequest(request: Request): Enter;

  /** Whose requests wait for each other, in whatever session, before a unit of work begins; `null`: nobody is signed in. */
  abstract personOf(request: Request): Promise<string | null>;

  /** Whose open session it is, with their space; `null`: nobody's. */
  abstract accountOf(request: Request): Promise<string | null>;

  /** Asked in the unit of work of who was found; throws `second-factor-due`. */
  abstract admit(request: Request, act: DeclaredAct): void;
}
