import type { Rows } from '../../ledger/rows';
import { readQueuedEntry } from '../../ledger/leaf-text';
import type { Report } from '../record-fault';
import { tryUnseal } from '../open-payload';
import type { SealedPayload } from '../../platform/record/ledger-payload.entity';
import type { OpenedKeys } from '../opened-keys';
import { payloadPlace } from '../../platform/record/payload-address';

interface TermRow {
  readonly number: number;
  readonly mark: string;
  readonly event: string | null;
  readonly key_id: string | null;
  readonly content: Buffer | null;
}

/** What a take-over is told by; a branch's signer takes it on by itself, behind the event that the branch begins with. */
const TELLING = ['ledger.signer-took-over', 'ledger.epoch-began'];

/** Who had the right to sign the log, one after the other: each but the first by an event that commits to it. */
export async function checkTerms(rows: Rows, keys: OpenedKeys, report: Report): Promise<void> {
  const found = await rows<TermRow>(`
    SELECT t.number, t.mark, e.entry AS event, y.key_id, y.content
      FROM ledger_term t LEFT JOIN ledger_event e ON e.seq = t.event_seq LEFT JOIN ledger_payload y ON y.event_seq = t.event_seq
     ORDER BY t.number`);
  for (const [index, term] of found.entries()) {
    const at = { table: 'ledger_term', key: String(term.number) };
    if (index === 0 && term.number > 1)
      report({ ...at, code: 'missing', said: 'The term before it is gone.' });
    if (term.number > 1 && !(await isTold(term, keys)))
      report({ ...at, code: 'forged', said: 'No event of the record tells of it as it stands here.' });
  }
}

async function isTold({ event, key_id, content, number, mark }: TermRow, keys: OpenedKeys): Promise<boolean> {
  if (!event || !key_id || !content) return false;
  const entry = readQueuedEntry(event);
  if (entry?.type === 'ledger.branch-began') return true;
  if (!entry || !TELLING.includes(entry.type)) return false;
  const key = await keys.findKey(key_id);
  if (typeof key === 'string') return false;
  const payload = tryUnseal(key, payloadPlace(entry.id), content) as SealedPayload | null;
  return payload?.fields['term'] === number && payload.fields['mark'] === mark;
}
