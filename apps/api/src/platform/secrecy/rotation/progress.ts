import type { ActName } from '@repere/audit';
import type { DeclaredAct } from '../../unit/act';

/** How far something is that goes row by row. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Its name in the record. */
export const upkeep = (type: ActName): DeclaredAct => ({ type, purpose: 'maintenance', idempotent: false });
