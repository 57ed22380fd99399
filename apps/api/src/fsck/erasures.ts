import { createHash } from 'node:crypto';
import { readQueuedEntry } from '../ledger/leaf-text';
import type { Rows } from '../ledger/rows';
import type { Report } from './record-fault';
import { commitAgain, tryUnseal } from './open-payload';
import type { SealedPayload } from '../platform/record/ledger-payload.entity';
import type { OpenedKeys } from './opened-keys';
import { payloadPlace } from '../platform/record/payload-address';

/** What erasures of the record account for: anything else that is gone was taken. */
export interface Erased {
  /** Data keys that an erasure destroyed. */
  readonly keys: ReadonlySet<string>;
  /** Events whose content went with one. */
  readonly events: ReadonlySet<string>;
  /** Names of erased cases in the record. */
  readonly aliases: ReadonlySet<string>;
}

interface ErasureRow {
  readonly id: string;
  readonly hash: string;
  readonly key_id: string;
  readonly event_seq: string;
  readonly entry: string | null;
  readonly payload_key: string | null;
  readonly content: Buffer | null;
  readonly events: readonly string[];
}

const TYPE = 'erasure';

/**
 * Each erasure held against its event: two persons, the key and the list of emptied events are what the record commits to. An
 * erasure that its event does not tell accounts for nothing, and a key that none accounts for was emptied by hand.
 */
export async function checkErasures(rows: Rows, keys: OpenedKeys, report: Report): Promise<Erased> {
  const [destroyed, events, aliases] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const row of await rows<ErasureRow>(ERASURES)) {
    const entry = row.entry === null ? null : readQueuedEntry(row.entry);
    const payload = entry && (await openedPayload(keys, row, entry.id));
    const tells =
      entry?.type === TYPE &&
      entry.outcome === 'done' &&
      payload !== null &&
      commitAgain(payload)?.root === entry.commitment &&
      isTold(row, payload.fields);
    if (!tells) {
      report({
        table: 'erasure',
        key: row.id,
        code: 'forged',
        said: `Its event ${row.event_seq} does not tell of it, or not of what it took.`,
      });
      continue;
    }
    destroyed.add(row.key_id);
    aliases.add(entry.stream);
    for (const seq of row.events) events.add(seq);
  }
  for (const { id } of await rows<{ id: string }>(EMPTIED))
    if (!destroyed.has(id))
      report({
        table: 'data_key',
        key: id,
        code: 'missing',
        said: 'The key was emptied, and no erasure of the record says so.',
      });
  return { keys: destroyed, events, aliases };
}

async function openedPayload(
  keys: OpenedKeys,
  row: ErasureRow,
  eventId: string,
): Promise<SealedPayload | null> {
  if (row.payload_key === null || !row.content) return null;
  const key = await keys.findKey(row.payload_key);
  if (typeof key === 'string') return null;
  return tryUnseal(key, payloadPlace(eventId), row.content) as SealedPayload | null;
}

const isTold = (row: ErasureRow, fields: SealedPayload['fields']): boolean =>
  fields['erasure'] === row.id &&
  fields['key'] === row.key_id &&
  fields['approved'] === row.hash &&
  fields['events'] === row.events.length &&
  fields['events-hash'] === createHash('sha256').update(row.events.join('\n')).digest('hex');

const ERASURES = `
  SELECT x.id, x.hash, x.case_key_id AS key_id, x.event_seq, e.entry, p.key_id AS payload_key, p.content,
         ARRAY(SELECT v.event_seq::text FROM erased_event v WHERE v.erasure_id = x.id ORDER BY v.event_seq) AS events
    FROM erasure x LEFT JOIN ledger_event e ON e.seq = x.event_seq LEFT JOIN ledger_payload p ON p.event_seq = x.event_seq
   WHERE x.outcome = 'done' ORDER BY x.settled_at, x.id`;

const EMPTIED = `SELECT id FROM data_key WHERE wrapped IS NULL ORDER BY id LIMIT 10000`;
