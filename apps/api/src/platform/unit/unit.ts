import type { EntityManager } from 'typeorm';
import type { LedgerEvent } from '../record/ledger-event';
import type { Purpose } from '@repere/audit';
import type { DeclaredAct } from './act';
import type { RedactedByCase } from './case-sight';
import type { Actor, SystemActor } from './actor';
import type { Enter } from './enter';
import type { KnownInUnit } from './known-in-unit';
import type { RequestPlace } from '../requests/request-origin';

/** Where a unit of work happens and who asks for it. */
export interface RequestContext extends RequestPlace {
  readonly enter: Enter;
  /** It changes nothing: its transaction ends with its event. */
  readonly readsOnly?: boolean;
}

/** One transaction with everything that belongs to it. */
export interface Unit {
  readonly context: RequestContext;
  /** `null`: nothing to record. */
  readonly act: DeclaredAct | null;
  readonly manager: EntityManager;
  /** The space's clock, fixed for the whole unit: entries of one act have one time. */
  readonly now: number;
  actor: Actor;
  /** Who the database takes it for while something is done as the system; left out: the actor. */
  speaksAs?: SystemActor | undefined;
  /** Whether an event was written, so that none has to be by default. */
  recorded: boolean;
  /** Whether every change was recorded, as its work ended. */
  hasNothingToRecord: boolean;
  /** How many statements its connection had been asked when every change had been recorded; `null`: nobody looked. */
  recordedUpTo: number | null;
  /** Whether its work has ended. */
  isOver: boolean;
  /** What the default event, or the event of a refusal, is about. */
  about: Pick<LedgerEvent, 'caseFileId' | 'missionId' | 'byMissions' | 'shown' | 'stoppedBy' | 'payload'>;
  /** Why the data are handled, where the way to them says it better than the act does. */
  purpose?: Purpose;
  /** Milliseconds by which its answer is held back once its transaction is over: how long it took must tell nothing. */
  heldBackMs: number;
  /** Machine time at which what was written wants something done; the address book gets a hint of it after the commit. */
  wakesAt?: Date;
  /** What was read on the way. */
  known: KnownInUnit;
  /** By case: what its answers are redacted by, as it was found when the case was first opened in this unit. */
  redacted: RedactedByCase;
}
