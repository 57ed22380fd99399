import { createPublicKey, hash, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '@repere/audit';
import { hashFromBinary, type Sha256, type VerifySignature } from '@repere/ledger';

export const sha256: Sha256 = (data) => hashFromBinary(hash('sha256', data, 'binary'));

/** An Ed25519 public key in DER up to its 32 bytes (RFC 8410). */
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

export const inflate: Inflate = (packed, length) => {
  try {
    // Into one piece: pieces of the usual size would be put together afterwards.
    const content = inflateRawSync(packed, {
      chunkSize: Math.max(64, length),
      maxOutputLength: Math.max(1, length),
    });
    return content.length === length ? content : undefined;
  } catch {
    return undefined;
  }
};
