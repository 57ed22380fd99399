import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type NoteSigner,
  type VerifierKey,
  type VerifySignature,
  readVerifierKey,
  verifierKey,
} from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';

/** A key of the signer as its file keeps it. */
export interface KeptKey {
  /** Verifier key, `name+id+base64` (C2SP signed-note). */
  readonly key: string;
  /** Signed note by the key before whose text is this verifier key; absent for the first. */
  readonly voucher?: string;
  /** Ed25519 private key, PKCS #8 in PEM; absent once the key is retired. */
  readonly private?: string;
}

/** A new key with a name of its own: that two installations share a name is ruled out by chance. */
export function makeKey(name: string): KeptKey & { readonly private: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    key: verifierKey(name, Buffer.from(x, 'base64url'), sha256),
    private: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** The keys in the file, oldest first; the last one signs. Throws saying what is wrong, never what is in it. */
export function readKeyFile(file: string): readonly KeptKey[] {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const keys = typeof parsed === 'object' && parsed !== null && 'keys' in parsed ? parsed.keys : null;
  if (!Array.isArray(keys) || keys.length === 0)
    throw new Error(`${file}: expected {"keys": [{"key", "private"}]}`);
  return keys.map((key: unknown, index) => {
    if (!isKeptKey(key)) throw new Error(`${file}: keys[${String(index)}] is no key of a signer`);
    return key;
  });
}

/** The text of a key file. */
export const writeKeyFile = (keys: readonly KeptKey[]): string => `${JSON.stringify({ keys }, null, 2)}\n`;

/** Signs notes with this key; throws for one that is retired. */
export function noteSignerOf({ key, private: pem }: KeptKey): NoteSigner {
  if (!pem) throw new Error(`the key ${key} has no private part`);
  const { name, publicKey } = mustBeKey(key);
  const privateKey = createPrivateKey(pem);
  return { name, publicKey, sign: (message) => signBytes(null, message, privateKey) };
}

/** The verifier key that this text is; throws for any other text. */
export function mustBeKey(text: string): VerifierKey {
  const read = readVerifierKey(text, sha256);
  if (!read.ok) throw new Error(`no verifier key: ${read.problem.code}`);
  return read.key;
}

/** Ed25519 (RFC 8032) by Node. */
export const verifyEd25519: VerifySignature = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    }),
    signature,
  );

const isKeptKey = (value: unknown): value is KeptKey =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  readVerifierKey(value.key, sha256).ok;
