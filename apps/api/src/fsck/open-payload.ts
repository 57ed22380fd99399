import { type Commitment, commit } from '@repere/ledger';
import type { CiphertextLocation } from '../platform/secrecy/sealed';
import { unsealJson } from '../platform/secrecy/sealed';
import { sha256 } from '../platform/record/commit-payload';
import type { SealedPayload } from '../platform/record/ledger-payload.entity';

/** The JSON that was sealed at this place, or `null`: it was altered, moved, or sealed under another key. */
export function tryUnseal(key: Buffer, place: CiphertextLocation, sealed: Buffer): unknown {
  try {
    return unsealJson(key, place, sealed);
  } catch {
    return null;
  }
}

/** The commitment that these fields and salts give, or `null`: they are none that can be committed to. */
export function commitAgain({ fields, salts }: SealedPayload): Commitment | null {
  const bytes = Object.fromEntries(
    Object.entries(salts).map(([path, salt]) => [path, Buffer.from(String(salt), 'hex')]),
  );
  const made = commit(fields, bytes, sha256);
  return made.ok ? made.value : null;
}
