import { Buffer } from 'node:buffer';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { VerifySignature } from '../checkpoint/open-note';
import type { NoteSigner } from '../checkpoint/sign-note';

const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A signer from the 32-byte seed of an Ed25519 key (RFC 8032), by Node; for tests. */
export function signerOf(name: string, seed: Uint8Array): NoteSigner {
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    name,
    publicKey: new Uint8Array(spki.subarray(PUBLIC_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

/** Verifies Ed25519 signatures by Node; for tests. */
export const nodeVerify: VerifySignature = (publicKey, message, signature) =>
  verify(
    null,
    message,
    { key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: 'der', type: 'spki' },
    signature,
  );
