import {
  hashFromHex,
  isSameHash,
  openNote,
  readCheckpoint,
  readEntry,
  readPrunedTree,
  readVerifierKey,
  type Sha256,
  textLeafHash,
  toHex,
  type VerifierKey,
  verifyOpenings,
  type VerifySignature,
} from '@repere/ledger';
import { CERTIFIED, CERTIFYING_ACT, type CertificateFile, type TrainingCertificate } from './certificate';
import { readCertificate } from './read-certificate';

/**
 * Why a file is no certificate that holds. `unreadable`: it has not the form of one. `altered`: what it says is not what was recorded, or
 * nothing ties it to the record. `bad-signature`: signed under a known name, wrongly. `unknown-issuer`: by no key that is known here.
 * `not-training`: signed for a log that is no training space's. `other-act`: recorded, and no certificate.
 */
export const CERTIFICATE_FAULTS = [
  'unreadable',
  'altered',
  'bad-signature',
  'unknown-issuer',
  'not-training',
  'other-act',
] as const;
export type CertificateFault = (typeof CERTIFICATE_FAULTS)[number];

export type CertificateVerdict =
  | {
      readonly ok: true;
      readonly certificate: TrainingCertificate;
      /** Id of the act in the record of its space: one certificate, whatever file it comes in. */
      readonly id: string;
      /** Which log: `repere/training/…`. */
      readonly origin: string;
      /** When it was recorded, by the machine's clock there. ISO. */
      readonly at: string;
      readonly signer: string;
    }
  | { readonly ok: false; readonly code: CertificateFault };

/** `keys`: verifier keys that the reader knows, and trusts to sign certificates. */
export interface CertificateTrust {
  readonly keys: readonly VerifierKey[];
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
}

/** Whether a file is a certificate that one of these keys has signed, to the letter; else why not. Never throws. */
export function verifyCertificate(text: string, trust: CertificateTrust): CertificateVerdict {
  const file = readCertificate(text);
  if (!file) return refused('unreadable');
  const opened = openNote(file.proof.checkpoint, trust.keys, trust.verifySignature);
  if (!opened.ok)
    return refused(
      opened.problem.code === 'no-known-signature'
        ? 'unknown-issuer'
        : opened.problem.code === 'malformed'
          ? 'altered'
          : 'bad-signature',
    );
  const read = readCheckpoint(opened.text);
  if (!read.ok) return refused('altered');
  const { origin, size, root } = read.checkpoint;
  if (!isOfTraining(origin)) return refused('not-training');
  const entry = provenEntry(file, { size, root }, trust.sha256);
  if (!entry) return refused('altered');
  if (entry.type !== CERTIFYING_ACT || entry.outcome !== 'done') return refused('other-act');
  if (!opensCertified(file, entry.commitment, trust.sha256)) return refused('altered');
  const [signer] = opened.signers;
  return {
    ok: true,
    certificate: file.act.opening.value,
    ...{ id: entry.id, origin, at: entry.time, signer: signer?.name ?? '' },
  };
}

/** Keys as they are written (`name+id+base64`); what is none is left out. */
export const readKeys = (texts: readonly string[], sha256: Sha256): readonly VerifierKey[] =>
  texts.flatMap((text) => {
    const read = readVerifierKey(text.trim(), sha256);
    return read.ok ? [read.key] : [];
  });

/** Logs are named by what they are of: `repere/training/<key>/<random>`; none of a live space begins so. */
const isOfTraining = (origin: string): boolean => /^repere\/training\/[^/]+\/[0-9a-f]{16}$/.test(origin);

function provenEntry(
  { act: { leaf, text }, proof: { tree } }: CertificateFile,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
  sha256: Sha256,
): {
  readonly id: string;
  readonly type: string;
  readonly outcome: string;
  readonly time: string;
  readonly commitment: string;
} | null {
  if (leaf >= size) return null;
  const found = readPrunedTree(bytesOf(tree), { size, root, leaves: [leaf] }, sha256);
  const recorded = found.leafHashes.get(leaf);
  if (!found.ok || !recorded || !isSameHash(textLeafHash(text, sha256), recorded)) return null;
  const entry = readEntry(text);
  return entry.ok ? entry.entry : null;
}

/** Whether what is shown is what the act commits to, under that path and no other. */
function opensCertified(
  { act: { commitments, opening } }: CertificateFile,
  root: string,
  sha256: Sha256,
): boolean {
  const salt = hashFromHex(opening.salt);
  if (!salt) return false;
  const { index, value } = opening;
  return verifyOpenings(root, { commitments, openings: [{ index, path: CERTIFIED, value, salt }] }, sha256)
    .ok;
}

function bytesOf(hex: string): Uint8Array {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, n) =>
    Number.parseInt(hex.slice(2 * n, 2 * n + 2), 16),
  );
  // Written as it would be written again, or it would not have been read.
  return toHex(bytes) === hex ? bytes : new Uint8Array();
}

const refused = (code: CertificateFault): CertificateVerdict => ({ ok: false, code });
