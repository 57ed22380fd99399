import type { Rows } from '../../ledger/rows';
import { findBranches, type LedgerBranch } from '../../ledger/signing/branches.query';
import { readQueuedEntry } from '../../ledger/leaf-text';
import { hashFromHex } from '@repere/ledger';
import { payloadPlace } from '../../platform/record/payload-address';
import type { SealedPayload } from '../../platform/record/ledger-payload.entity';
import type { Report } from '../record-fault';
import { tryUnseal } from '../open-payload';
import type { OpenedKeys } from '../opened-keys';
import type { ClaimedRoot } from './check-signatures';

/**
 * Where this log left another, each told by an event that commits to it: the roots that its past must have. `origin`: what the log is
 * called now.
 */
export async function checkBranches(
  rows: Rows,
  keys: OpenedKeys,
  origin: string,
  report: Report,
): Promise<readonly ClaimedRoot[]> {
  const claims: ClaimedRoot[] = [];
  for (const branch of await findBranches(rows)) {
    const at = { table: 'ledger_branch', key: branch.eventSeq };
    const root = hashFromHex(branch.root);
    if (!root || !(await isTold(rows, keys, branch)))
      report({ ...at, code: 'forged', said: 'No event of the record tells of it as it stands here.' });
    else claims.push({ origin, size: branch.size, root, at });
  }
  return claims;
}

async function isTold(rows: Rows, keys: OpenedKeys, branch: LedgerBranch): Promise<boolean> {
  const [found] = await rows<{ event: string; key_id: string; content: Buffer }>(
    `SELECT e.entry AS event, y.key_id, y.content FROM ledger_event e JOIN ledger_payload y ON y.event_seq = e.seq WHERE e.seq = $1`,
    [branch.eventSeq],
  );
  if (!found) return false;
  const entry = readQueuedEntry(found.event);
  if (entry?.type !== 'ledger.branch-began') return false;
  const key = await keys.findKey(found.key_id);
  if (typeof key === 'string') return false;
  const payload = tryUnseal(key, payloadPlace(entry.id), found.content) as SealedPayload | null;
  const { parent, size, root, note } = payload?.fields ?? {};
  return parent === branch.parent && size === branch.size && root === branch.root && note === branch.note;
}
