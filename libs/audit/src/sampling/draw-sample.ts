import { type Sha256, toHex } from '@repere/ledger';

/** A case that was drawn. */
export interface Drawn {
  readonly id: string;
  /** SHA-256 of seed, NUL and id, 64 hex digits: the smaller, the earlier it was drawn. */
  readonly ticket: string;
}

/** The ids that a sample is drawn from, each once, in the order in which they are hashed. */
export const sortFrame = (ids: readonly string[]): readonly string[] =>
  [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** SHA-256 of the sorted ids, one a line, each line ended: 64 hex digits. `sha256sum` of such a file gives the same. */
export const frameHash = (ids: readonly string[], sha256: Sha256): string =>
  toHex(
    sha256(
      encoder.encode(
        sortFrame(ids)
          .map((id) => `${id}\n`)
          .join(''),
      ),
    ),
  );

/**
 * The first `size` ids by their tickets, SHA-256(seed ‖ NUL ‖ id); all of them when there are fewer. The order in which the ids
 * come plays no part, so that anyone who has the frame and the seed finds the same sample.
 */
export function drawSample(
  ids: readonly string[],
  { seed, size, sha256 }: { readonly seed: string; readonly size: number; readonly sha256: Sha256 },
): readonly Drawn[] {
  return sortFrame(ids)
    .map((id): Drawn => ({ id, ticket: toHex(sha256(encoder.encode(`${seed}\0${id}`))) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, size);
}

const encoder = new TextEncoder();
