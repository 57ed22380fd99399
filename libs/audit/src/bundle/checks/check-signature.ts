import {
  type Checkpoint,
  openNote,
  readCheckpoint,
  readVerifierKey,
  type Sha256,
  type VerifierKey,
  type VerifySignature,
} from '@repere/ledger';
import type { BundleCheck, SignerKeys } from '../bundle-format';
import { CHECKPOINT, KEYS } from '../reading/read-bundle';
import { failedBy, type Fault, passed, bothLanguages } from './found';
import { noteOf, type Pinned, readKept } from './read-pinned';

export interface CheckedSignature {
  readonly check: BundleCheck;
  /** Every key of the chain, oldest first. */
  readonly chain: readonly VerifierKey[];
  /** Only when its signature holds. */
  readonly checkpoint?: Checkpoint;
  /** Whether what the auditor gave says who signs here: else the keys are only the bundle's own word. */
  readonly isKnown: boolean;
}

export interface Signatures {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
  readonly pinned: Pinned;
}

/**
 * Whether the checkpoint is signed by a key of the chain, from what the auditor holds on: the pinned key, the key that signed
 * the pinned checkpoint. Keys before it prove nothing: anybody can put one there that vouches for the true one.
 */
export function checkSignature(note: string, { keys }: SignerKeys, signatures: Signatures): CheckedSignature {
  const chain = readChain(keys, signatures);
  if (!isChain(chain)) return refused([], chain);
  const trusted = trustedOf(chain, signatures);
  if (!isChain(trusted)) return refused(chain, trusted);
  const opened = openNote(note, trusted, signatures.verifySignature);
  if (!opened.ok) return refused(chain, NOT_SIGNED);
  const read = readCheckpoint(opened.text);
  if (!read.ok) return refused(chain, NO_CHECKPOINT);
  const names = opened.signers.map(({ name }) => name).join(', ');
  const { size } = read.checkpoint;
  return {
    chain,
    checkpoint: read.checkpoint,
    isKnown: isGiven(signatures, chain),
    check: passed(
      'signature',
      `Le point de contrôle (${size} actes dans le registre) est bien signé par ${names}.`,
      `The checkpoint (${size} acts in the record) is rightly signed by ${names}.`,
    ),
  };
}

function readChain(
  keys: SignerKeys['keys'],
  { sha256, verifySignature }: Signatures,
): readonly VerifierKey[] | Fault {
  const chain: VerifierKey[] = [];
  for (const { key: text, voucher } of keys) {
    const read = readVerifierKey(text, sha256);
    if (!read.ok)
      return {
        file: KEYS,
        said: bothLanguages(`${KEYS} contient une clé mal formée.`, `${KEYS} holds a malformed key.`),
      };
    const before = chain.at(-1);
    const vouched =
      before && voucher !== undefined ? openNote(voucher, [before], verifySignature) : undefined;
    const isVouched = before ? vouched?.ok === true && vouched.text === `${text}\n` : voucher === undefined;
    if (!isVouched)
      return {
        file: KEYS,
        said: bothLanguages(
          `La clé ${read.key.name} n’est pas reconnue par celle qui l’a précédée.`,
          `The key ${read.key.name} is not vouched for by the one before it.`,
        ),
      };
    chain.push(read.key);
  }
  return chain.length > 0
    ? chain
    : { file: KEYS, said: bothLanguages(`${KEYS} ne contient aucune clé.`, `${KEYS} holds no key.`) };
}

function trustedOf(
  chain: readonly VerifierKey[],
  { pinned: { key, checkpoint }, sha256, verifySignature }: Signatures,
): readonly VerifierKey[] | Fault {
  const kept = checkpoint === undefined ? undefined : openNote(noteOf(checkpoint), chain, verifySignature);
  const from = kept?.ok ? chain.findIndex((it) => kept.signers.includes(it)) : 0;
  if (key === undefined) return chain.slice(from);
  const pinned = readVerifierKey(key.trim(), sha256);
  const place = pinned.ok ? chain.findIndex((it) => isSameKey(it, pinned.key)) : -1;
  if (place >= 0) return chain.slice(Math.max(from, place));
  return {
    file: KEYS,
    said: bothLanguages(
      'La clé que vous avez donnée n’est pas parmi celles de ce dossier de preuve : il est signé par quelqu’un d’autre.',
      'The key that you gave is not among those of this bundle: it is signed by someone else.',
    ),
  };
}

const isSameKey = (one: VerifierKey, other: VerifierKey): boolean =>
  one.name === other.name && one.publicKey.every((byte, n) => byte === other.publicKey[n]);

const isChain = (it: readonly VerifierKey[] | Fault): it is readonly VerifierKey[] => Array.isArray(it);

const NOT_SIGNED: Fault = {
  file: CHECKPOINT,
  said: bothLanguages(
    'La signature du point de contrôle ne tient pas : il a été modifié, ou signé avec une autre clé.',
    'The signature of the checkpoint does not hold: it was changed, or signed with another key.',
  ),
};

const NO_CHECKPOINT: Fault = {
  file: CHECKPOINT,
  said: bothLanguages('Ce qui est signé n’est pas un point de contrôle.', 'What is signed is no checkpoint.'),
};

function refused(chain: readonly VerifierKey[], fault: Fault): CheckedSignature {
  const check = failedBy('signature', [fault]);
  if (!check) throw new Error('a fault fails its check');
  return { check, chain, isKnown: false };
}

/** A key in the chain, or a checkpoint that one of its keys has signed; that of an empty record proves nothing. */
function isGiven(
  { pinned: { key, checkpoint }, verifySignature }: Signatures,
  chain: readonly VerifierKey[],
): boolean {
  if (key !== undefined) return true;
  if (checkpoint === undefined || !openNote(noteOf(checkpoint), chain, verifySignature).ok) return false;
  const kept = readKept(checkpoint);
  return kept.ok && kept.checkpoint.size > 0;
}
