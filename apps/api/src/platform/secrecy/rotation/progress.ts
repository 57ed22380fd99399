import type { ActName } from '@repere/audit';
import { randomUUID } from 'node:crypto';
import type { DeclaredAct } from '../../unit/act';
import type { RequestPlace } from '../../requests/request-origin';
import type { Space } from '../../spaces/spaces';

/** How far something is that goes row by row. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** A unit of work that nobody asked for, in this space. */
export const placeIn = (space: Space): RequestPlace => ({ space, correlation: randomUUID() });

/** Its name in the record. */
export const upkeep = (type: ActName): DeclaredAct => ({ type, purpose: 'maintenance', idempotent: false });
