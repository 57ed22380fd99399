import { commitToField, type FieldProblem } from './field-commitment';
import { toHex } from './hex';
import { merkleRoot } from './merkle-root';
import type { Sha256 } from './sha256';

/** What an entry commits to: the root goes into the entry, the rest is kept beside the payload. */
export interface Commitment {
  /** 64 hex digits. */
  readonly root: string;
  /** One a field, sorted by path: the leaves under the root, in their order. */
  readonly fieldCommitments: readonly { readonly path: string; readonly commitment: string }[];
}

export interface CommitProblem {
  readonly code: FieldProblem['code'] | 'missing-salt' | 'unused-salt' | 'repeated-salt';
  readonly path: string;
  readonly detail?: string;
}

export type CommitResult =
  { readonly ok: true; readonly value: Commitment } | { readonly ok: false; readonly problem: CommitProblem };

/**
 * The commitment to the fields of a payload, by path. Each has a salt of its own under the same path, 32 random bytes: a
 * salt used twice is refused, since opening one field would then unmask the other to anyone who guesses its value.
 * The root is the RFC 6962 tree hash over the field commitments sorted by path, so that any field can be left out
 * of what is shown and the rest still proven.
 */
export function commit(
  fields: Readonly<Record<string, unknown>>,
  salts: Readonly<Record<string, Uint8Array>>,
  sha256: Sha256,
): CommitResult {
  const made: { path: string; commitment: Uint8Array }[] = [];
  const usedSalts = new Set<string>();
  for (const path of Object.keys(fields).sort()) {
    const salt = Object.hasOwn(salts, path) ? salts[path] : undefined;
    if (!salt) return refused({ code: 'missing-salt', path });
    const field = commitToField({ path, value: fields[path], salt }, sha256);
    if (!field.ok) return refused(field.problem);
    const saltText = toHex(salt);
    if (usedSalts.has(saltText)) return refused({ code: 'repeated-salt', path });
    usedSalts.add(saltText);
    made.push({ path, commitment: field.commitment });
  }
  const unused = Object.keys(salts).find((path) => !Object.hasOwn(fields, path));
  if (unused !== undefined) return refused({ code: 'unused-salt', path: unused });

  const leaves = made.map((field) => field.commitment);
  return {
    ok: true,
    value: {
      root: toHex(merkleRoot(leaves, sha256)),
      fieldCommitments: made.map(({ path, commitment }) => ({ path, commitment: toHex(commitment) })),
    },
  };
}

function refused(problem: CommitProblem): CommitResult {
  return { ok: false, problem };
}
