import type { Rows } from '../../ledger/rows';
import { readQueuedEntry } from '../../ledger/leaf-text';
import type { Report } from '../record-fault';
import { tryUnseal } from '../open-payload';
import type { SealedPayload } from '../../platform/record/ledger-payload.entity';
import type { OpenedKeys } from '../opened-keys';
import { payloadPlace } from '../../platform/record/payload-address';

interface EpochRow {
  readonly number: number;
  readonly origin: string;
  readonly previous: string | null;
  readonly reason: string | null;
  readonly event_seq: string | null;
  readonly event: string | null;
  readonly key_id: string | null;
  readonly content: Buffer | null;
}

/** The epochs of the log, each but the first told by an event that commits to its origin, reason and last checkpoint before. */
export async function checkEpochs(
  rows: Rows,
  keys: OpenedKeys,
  report: Report,
): Promise<readonly { readonly origin: string }[]> {
  const found = await rows<EpochRow>(`
    SELECT p.number, p.origin, p.previous, p.reason, p.event_seq, e.entry AS event, y.key_id, y.content
      FROM ledger_epoch p LEFT JOIN ledger_event e ON e.seq = p.event_seq LEFT JOIN ledger_payload y ON y.event_seq = p.event_seq
     ORDER BY p.number`);
  for (const [index, epoch] of found.entries()) {
    const at = { table: 'ledger_epoch', key: String(epoch.number) };
    if (epoch.number !== index + 1) report({ ...at, code: 'missing', said: 'An epoch before it is gone.' });
    if (epoch.number > 1 && !(await isTold(epoch, keys)))
      report({ ...at, code: 'forged', said: 'No event of the record tells of it as it stands here.' });
  }
  return found;
}

async function isTold(epoch: EpochRow, keys: OpenedKeys): Promise<boolean> {
  const { event, key_id, content, event_seq, origin, reason, previous } = epoch;
  if (!event || !key_id || !content || event_seq === null) return false;
  const entry = readQueuedEntry(event);
  if (entry?.type !== 'ledger.epoch-began') return false;
  const key = await keys.findKey(key_id);
  if (typeof key === 'string') return false;
  const payload = tryUnseal(key, payloadPlace(entry.id), content) as SealedPayload | null;
  const told = payload?.fields;
  return told?.['origin'] === origin && told['reason'] === reason && told['previous'] === previous;
}
