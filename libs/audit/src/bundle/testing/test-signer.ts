import { Buffer } from 'node:buffer';
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { NoteSigner, VerifySignature } from '@repere/ledger';

const SEED = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** A signer whose key follows from a number: the same each time. Ed25519 (RFC 8032), in the DER of RFC 8410. */
export function testSigner(name: string, seed: number): NoteSigner {
  const secret = createPrivateKey({
    key: Buffer.concat([SEED, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    name,
    publicKey: rawPublicKey(createPublicKey(secret)),
    sign: (message) => sign(null, message, secret),
  };
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length));
}

export const verifySignature: VerifySignature = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );
