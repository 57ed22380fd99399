import { randomUUID } from 'node:crypto';
import { type LedgerEntry, canonicalEntry, shownCases } from '@repere/ledger';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { type Subject, aliasesOf } from './aliases';
import type { BeforeEvent } from './before-event';
import { type CommittedPayload, commitPayload } from './commit-payload';
import type { LedgerEvent, WrittenEvent } from './ledger-event';
import { type Look, lookOf } from './look';
import { payloadPlace } from './payload-place';
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

/** Inserts the event, its place in the sequencer's queue, its payload, the look and the cases shown, in the caller's transaction. */
export async function writeEvent(
  manager: EntityManager,
  event: LedgerEvent,
  { actor, correlation, now, aliases, seal }: EventCircumstances,
): Promise<WrittenEvent> {
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
  const look = actor?.kind === 'account' ? lookOf(event, actor, actorName, now) : null;
  const seq = await insertEntry(manager, entry, look);
  if (committed) await insertPayload(manager, seq, payload, committed, shown, seal);
  return { id: entry.id, seq };
}

async function insertEntry(manager: EntityManager, entry: LedgerEntry, look: Look | null): Promise<string> {
  const canonical = canonicalEntry(entry);
  if (!canonical.ok)
    throw new Error(`no ledger entry: ${canonical.problem.code} ${canonical.problem.field ?? ''}`);
  const [row]: { seq: string }[] = await (look
    ? manager.query(WITH_LOOK, [canonical.text, ...look])
    : manager.query(EVENT, [canonical.text]));
  if (!row) throw new Error('the ledger gave no place');
  return row.seq;
}

const EVENT = `
  WITH event AS (INSERT INTO ledger_event (entry) VALUES ($1) RETURNING seq)
  INSERT INTO ledger_queue (seq) SELECT seq FROM event RETURNING seq`;

const WITH_LOOK = `
  WITH event AS (INSERT INTO ledger_event (entry) VALUES ($1) RETURNING seq),
       looked AS (INSERT INTO look (event_seq, case_file_id, reader, teams, at, type, purpose, outcome)
                  SELECT seq, $2::uuid, $3, $4::uuid[], $5::timestamptz, $6, $7, $8 FROM event)
  INSERT INTO ledger_queue (seq) SELECT seq FROM event RETURNING seq`;

async function insertPayload(
  manager: EntityManager,
  seq: string,
  fields: Readonly<Record<string, unknown>>,
  { commitment, salts }: CommittedPayload,
  shown: readonly string[],
  seal: EventCircumstances['seal'],
): Promise<void> {
  const place = payloadPlace(seq);
  const { keyId, sealed } = await seal(place, { fields, salts });
  await manager.query(`INSERT INTO ledger_payload (event_seq, key_id, content) VALUES ($1, $2, $3)`, [
    seq,
    keyId,
    sealed,
  ]);
  if (shown.length === 0) return;
  const lines = commitment.fieldCommitments.filter(({ path }) => path.startsWith('shown/'));
  // The same case twice on one page is one row.
  await manager.query(
    `INSERT INTO ledger_shown (case_file_id, event_seq, commitment)
     SELECT id, $2, decode(line, 'hex') FROM unnest($1::uuid[], $3::text[]) AS shown (id, line)
     ON CONFLICT DO NOTHING`,
    [shown, seq, lines.map((line) => line.commitment)],
  );
}
