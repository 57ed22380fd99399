import { hash, randomBytes } from 'node:crypto';
import { type Commitment, HASH_BYTES, type Sha256, commit, hashFromBinary } from '@repere/ledger';

/** A payload with what opens its commitment later. Salts in hex, by path: they go, encrypted, where the payload goes. */
export interface CommittedPayload {
  readonly commitment: Commitment;
  readonly salts: Readonly<Record<string, string>>;
}

/** SHA-256 of Node. */
export const sha256: Sha256 = (data) => hashFromBinary(hash('sha256', data, 'binary'));

/** The commitment to these fields, each under a fresh salt. Throws on what is no JSON: that is a fault of ours. */
export function commitPayload(fields: Readonly<Record<string, unknown>>): CommittedPayload {
  const paths = Object.keys(fields);
  const random = randomBytes(HASH_BYTES * paths.length);
  const salts = Object.fromEntries(
    paths.map((path, index) => [path, random.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)]),
  );
  const made = commit(fields, salts, sha256);
  if (!made.ok) throw new Error(`can't commit to ${made.problem.path}: ${made.problem.code}`);
  return {
    commitment: made.value,
    salts: Object.fromEntries(Object.entries(salts).map(([path, salt]) => [path, salt.toString('hex')])),
  };
}
