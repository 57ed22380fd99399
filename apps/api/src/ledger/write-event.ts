import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LedgerEvent, WrittenEvent } from './ledger-event';

/** Circumstances of an event that the unit of work knows. */
export interface EventCircumstances {
  readonly actor: { readonly kind: 'account' | 'system'; readonly id: string } | null;
  readonly correlation: string;
  /** The space's clock, epoch milliseconds. */
  readonly now: number;
}

/** Inserts the event, its place in the sequencer's queue and the cases shown, in the caller's transaction. */
export async function writeEvent(
  manager: EntityManager,
  event: LedgerEvent,
  circumstances: EventCircumstances,
): Promise<WrittenEvent> {
  const { actor, correlation, now } = circumstances;
  const aliases = await aliasesOf(manager, [
    ...(actor ? [[actor.kind, actor.id] as const] : []),
    ...(event.caseFileId ? [['case', event.caseFileId] as const] : []),
  ]);
  const actorAlias = actor ? aliases.get(`${actor.kind}:${actor.id}`) : undefined;
  const id = randomUUID();
  const entry = canonical({
    v: '1',
    id,
    at: new Date().toISOString(),
    clock: new Date(now).toISOString(),
    type: event.type,
    outcome: event.outcome,
    purpose: event.purpose,
    actor: actorAlias ?? 'nobody',
    stream: (event.caseFileId && aliases.get(`case:${event.caseFileId}`)) ?? actorAlias ?? 'nobody',
    correlation,
    ...(event.commitment ? { commitment: event.commitment } : {}),
    ...(event.reason ? { reason: event.reason } : {}),
  });
  const [row]: { seq: string }[] = await manager.query(
    `WITH event AS (INSERT INTO ledger_event (entry) VALUES ($1) RETURNING seq)
     INSERT INTO ledger_queue (seq) SELECT seq FROM event RETURNING seq`,
    [entry],
  );
  if (!row) throw new Error('the ledger gave no place');
  if (event.shown && event.shown.length > 0)
    await manager.query(
      `INSERT INTO ledger_shown (case_file_id, event_seq, commitment)
       SELECT case_file_id, $2, commitment FROM unnest($1::uuid[], $3::bytea[]) AS shown (case_file_id, commitment)
       ON CONFLICT DO NOTHING`,
      [
        event.shown.map(({ caseFileId }) => caseFileId),
        row.seq,
        event.shown.map(({ commitment }) => commitment ?? null),
      ],
    );
  return { id, seq: row.seq };
}

async function aliasesOf(
  manager: EntityManager,
  subjects: readonly (readonly [kind: string, subject: string])[],
): Promise<ReadonlyMap<string, string>> {
  if (subjects.length === 0) return new Map();
  const found: { kind: string; subject: string; alias: string }[] = await manager.query(
    `WITH wanted AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS w (kind, subject, alias)),
          made AS (INSERT INTO alias SELECT w.* FROM wanted w
                    WHERE NOT EXISTS (SELECT 1 FROM alias a WHERE a.kind = w.kind AND a.subject = w.subject)
                    ON CONFLICT (kind, subject) DO NOTHING RETURNING *)
     SELECT * FROM made UNION SELECT a.* FROM alias a JOIN wanted w USING (kind, subject)`,
    [
      subjects.map(([kind]) => kind),
      subjects.map(([, subject]) => subject),
      subjects.map(() => randomBytes(16).toString('hex')),
    ],
  );
  const aliases = new Map(found.map(({ kind, subject, alias }) => [`${kind}:${subject}`, alias]));
  // Another transaction made one at the same moment: it is visible to the next statement.
  return aliases.size === new Set(subjects.map((pair) => pair.join(':'))).size
    ? aliases
    : aliasesOf(manager, subjects);
}

/** RFC 8785 for a flat object of strings under ASCII keys. */
const canonical = (fields: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))));
