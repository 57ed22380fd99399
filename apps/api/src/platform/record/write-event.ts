import { randomUUID } from 'node:crypto';
import { type LedgerEntry, canonicalEntry, shownCases } from '@repere/ledger';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../unit/actor';
import { type Subject, aliasesOf } from './aliases';
import type { BeforeEvent } from './before-event';
import { type CommittedPayload, commitPayload } from './commit-payload';
import { type BesideEvent, insertEvent } from './insert-event.query';
import type { LedgerEvent, WrittenEvent } from './ledger-event';
import { accessEventOf } from './access-event';
import { payloadPlace } from './payload-address';
import type { Captured } from './take-changes';
import { machineNow } from '../clocks';

/** Circumstances of an event that the unit of work knows. */
export interface EventCircumstances {
  /** `null`: nobody has signed in yet. */
  readonly actor: Actor | null;
  readonly correlation: string;
  /** The space's clock, epoch milliseconds. */
  readonly now: number;
  /** Aliases that were found of its subjects. */
  readonly aliases: BeforeEvent['aliases'];
  /** Encrypts an event's payload: under the case's key, else the space's. */
  readonly seal: (
    place: { table: string; column: string; row: string },
    value: unknown,
  ) => Promise<{ keyId: string; sealed: Buffer }>;
}

const caseOf = (id: string): Subject => ['case', id];
const missionOf = (id: string): Subject => ['mission', id];
const readerOf = (actor: Actor | null): Subject | null =>
  actor?.kind === 'account' ? ['account', actor.id] : null;

/** Whom and what the event names: who acts, the case, the mission, the cases shown. */
export const subjectsOf = (
  { caseFileId, missionId, shown = [], byMissions = [] }: LedgerEvent,
  actor: Actor | null,
): readonly Subject[] => {
  const reader = readerOf(actor);
  return [
    ...(reader ? [reader] : []),
    ...(caseFileId === undefined ? [] : [caseOf(caseFileId)]),
    ...[...(missionId === undefined ? [] : [missionId]), ...byMissions].map(missionOf),
    ...shown.map(caseOf),
  ];
};

/**
 * Inserts the event, its place in the sequencer's queue, its payload, the access event, the cases shown and what stands `beside` it, in
 * the caller's transaction and in one statement. With what the transaction changed until now of rows that the record tells of.
 */
export async function writeEvent(
  manager: EntityManager,
  event: LedgerEvent,
  { actor, correlation, now, aliases, seal }: EventCircumstances,
  beside: BesideEvent | null,
  isLast = false,
): Promise<WrittenEvent & { readonly captured: readonly Captured[] }> {
  const reader = readerOf(actor);
  const { shown = [], byMissions = [] } = event;
  const ofCase = event.caseFileId === undefined ? null : caseOf(event.caseFileId);
  const about = event.missionId === undefined ? ofCase : missionOf(event.missionId);
  const aliasOf = await aliasesOf(manager, subjectsOf(event, actor), aliases);
  const payload = {
    ...event.payload,
    ...(ofCase && about !== ofCase && { case: aliasOf(ofCase) }),
    ...(byMissions.length > 0 && { missions: byMissions.map((id) => aliasOf(missionOf(id))) }),
    clock: new Date(now).toISOString(),
    ...shownCases(shown.map((id) => aliasOf(caseOf(id)))),
  };
  const committed = event.commitment === undefined ? commitPayload(payload) : null;
  const actorName = reader ? aliasOf(reader) : (actor?.id ?? 'anonymous');
  const entry: LedgerEntry = {
    v: '1',
    id: randomUUID(),
    time: new Date(machineNow()).toISOString(),
    type: event.type,
    outcome: event.outcome,
    purpose: event.purpose,
    actor: actorName,
    stream: about ? aliasOf(about) : actor ? actorName : 'system:session',
    commitment: event.commitment ?? committed?.commitment.root ?? '',
    correlation,
  };
  const canonical = canonicalEntry(entry);
  if (!canonical.ok)
    throw new Error(`no ledger entry: ${canonical.problem.code} ${canonical.problem.field ?? ''}`);
  return insertEvent(
    manager,
    {
      entry: canonical.text,
      id: entry.id,
      accessEvent: actor?.kind === 'account' ? accessEventOf(event, actor, actorName, now) : null,
      payload: committed && (await seal(payloadPlace(entry.id), { fields: payload, salts: committed.salts })),
      shown: committed ? shownLines(committed, shown) : [],
    },
    beside,
    isLast,
  );
}

/** The cases shown with the commitments of their lines. */
function shownLines(
  { commitment }: CommittedPayload,
  shown: readonly string[],
): readonly (readonly [caseFileId: string, commitment: string])[] {
  const lines = commitment.fieldCommitments.filter(({ path }) => path.startsWith('shown/'));
  return shown.map((id, at) => [id, lines[at]?.commitment ?? '']);
}
