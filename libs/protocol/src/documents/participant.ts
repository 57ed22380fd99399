import type { Role } from './document';

/** Whose act it was. Often without an account: a doctor, a judge, an interpreter. */
export interface Participant {
  readonly role: Role;
  readonly name?: string;
  readonly language?: string;
  /** Of an interpreter: a tie to the child that rules the person out (G04). */
  readonly tie?: 'none' | 'relative' | 'facilitator' | 'fellow-resident';
}
