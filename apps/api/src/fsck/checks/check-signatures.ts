import { type Checkpoint, type VerifierKey, openNote, readCheckpoint, readVerifierKey } from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';
import type { Rows } from '../../ledger/rows';
import { verifyEd25519 } from '../../ledger/signing/signer-keys';
import type { RecordFault, Pinned, Report } from '../record-fault';

/** A checkpoint whose signature holds: what the tree must have at that size. */
export interface ClaimedRoot extends Checkpoint {
  /** Where to say that it does not. */
  readonly at: Pick<RecordFault, 'table' | 'key'>;
}

/** The signer's keys, each vouched for by the one before; `own`: what the signer's key file says they are. */
export async function checkKeys(
  rows: Rows,
  own: readonly string[] | null,
  report: Report,
): Promise<readonly VerifierKey[]> {
  const found = await rows<{ number: number; key: string; voucher: string | null }>(
    `SELECT number, key, voucher FROM ledger_key ORDER BY number`,
  );
  const keys: VerifierKey[] = [];
  for (const [index, { number, key, voucher }] of found.entries()) {
    const forged = (said: string): void =>
      report({ table: 'ledger_key', key: String(number), code: 'forged', said });
    const read = readVerifierKey(key, sha256);
    const before = keys.at(-1);
    if (!read.ok) forged('It is no verifier key.');
    else if (own && own[index] !== key) forged('The signer’s own file has no such key here.');
    else if (index > 0 && !(before && isVouchedFor(key, voucher, before)))
      forged('The key before it does not vouch for it.');
    else keys.push(read.key);
  }
  return keys;
}

function isVouchedFor(key: string, voucher: string | null, before: VerifierKey): boolean {
  const opened = openNote(voucher ?? '', [before], verifyEd25519);
  return opened.ok && opened.text === `${key}\n`;
}

/** Every stored checkpoint whose signature and text hold. */
export async function checkCheckpoints(
  rows: Rows,
  keys: readonly VerifierKey[],
  report: Report,
): Promise<readonly ClaimedRoot[]> {
  const found = await rows<{ size: string; origin: string; root: Buffer; note: string }>(
    `SELECT size, origin, root, note FROM ledger_checkpoint ORDER BY size, origin`,
  );
  return found.flatMap(({ size, origin, root, note }) => {
    const at = { table: 'ledger_checkpoint', key: `${size} ${origin}` };
    const opened = openNote(note, keys, verifyEd25519);
    if (!opened.ok) {
      report({
        ...at,
        code: 'forged',
        said: `It is not signed by a key of the signer (${opened.problem.code}).`,
      });
      return [];
    }
    const read = readCheckpoint(opened.text);
    const fits =
      read.ok &&
      read.checkpoint.origin === origin &&
      String(read.checkpoint.size) === size &&
      root.equals(read.checkpoint.root);
    if (fits) return [{ ...read.checkpoint, at }];
    report({ ...at, code: 'altered', said: 'Its columns are not what its note says.' });
    return [];
  });
}

/** The checkpoints kept elsewhere, of this log: signed by a key of it, over one of its origins. */
export function openPinned(
  pinned: readonly Pinned[],
  keys: readonly VerifierKey[],
  origins: readonly string[],
  report: Report,
): readonly ClaimedRoot[] {
  return pinned.flatMap(({ from, note }) => {
    const at = { table: 'ledger_checkpoint', key: from };
    const opened = openNote(note, keys, verifyEd25519);
    const read = opened.ok ? readCheckpoint(opened.text) : null;
    if (!opened.ok)
      report({
        ...at,
        code: 'forged',
        said: `No key of this log has signed the checkpoint kept as ${from} (${opened.problem.code}).`,
      });
    else if (!read?.ok) report({ ...at, code: 'forged', said: `What was kept as ${from} is no checkpoint.` });
    else if (!origins.includes(read.checkpoint.origin))
      report({
        ...at,
        code: 'other-history',
        said: `The checkpoint kept as ${from} is of ${read.checkpoint.origin}, which this log never was.`,
      });
    else return [{ ...read.checkpoint, at }];
    return [];
  });
}
