import type { BundleEntry } from '@repere/audit';
import { commit, hashFromHex } from '@repere/ledger';
import { sha256 } from '../../../platform/record/commit-payload';

/** What an entry commits to, with what opens it. Salts in hex, by path. */
export interface OpenedPayload {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly salts: Readonly<Record<string, string>>;
}

export interface Leaf {
  /** Of `ledger_event`. */
  readonly seq: string;
  /** Place in the log, from 0. */
  readonly leaf: number;
  /** Canonical text of the sequenced entry. */
  readonly text: string;
}

/** The entry as a bundle holds it: every field's commitment, and those fields opened that `opens` lets through. */
export function bundleEntry(
  { leaf, text }: Leaf,
  payload: OpenedPayload | null,
  opens: (path: string, value: unknown) => boolean,
): BundleEntry {
  if (!payload) return { leaf, text };
  const { fields, salts } = payload;
  const bytes = Object.fromEntries(
    Object.entries(salts).map(([path, salt]) => [path, hashFromHex(salt) ?? new Uint8Array()]),
  );
  const made = commit(fields, bytes, sha256);
  if (!made.ok) throw new Error(`leaf ${String(leaf)} can't be opened: ${made.problem.code}`);
  const { fieldCommitments } = made.value;
  return {
    leaf,
    text,
    commitments: fieldCommitments.map(({ commitment }) => commitment),
    openings: fieldCommitments.flatMap(({ path }, index) => {
      const value = fields[path];
      const salt = salts[path];
      return salt !== undefined && opens(path, value) ? [{ index, path, value, salt }] : [];
    }),
  };
}
