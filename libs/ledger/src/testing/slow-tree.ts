import { leafHash, nodeHash } from '../merkle-root';
import { nodeSha256 } from './node-sha256';

/**
 * RFC 6962 §2.1 and RFC 9162 §2.1 word for word, over the data themselves: short enough to be compared with the text, and slow. Where
 * the RFC writes D[k1:k2], this writes k1 and k2; what it hashed once it remembers, so that tests can ask for everything.
 */
export class SlowTree {
  private readonly known = new Map<number, Uint8Array>();

  constructor(private readonly d: readonly Uint8Array[]) {}

  /** MTH(D[k1:k2]). RFC 6962 §2.1. */
  mth(k1: number, k2: number): Uint8Array {
    const key = k1 * (this.d.length + 1) + k2;
    const hash = this.known.get(key) ?? this.hash(k1, k2);
    this.known.set(key, hash);
    return hash;
  }

  private hash(k1: number, k2: number): Uint8Array {
    const n = k2 - k1;
    if (n === 0) return nodeSha256(new Uint8Array());
    if (n === 1) return leafHash(this.d[k1] ?? new Uint8Array(), nodeSha256);
    const k = largestPowerBelow(n);
    return nodeHash(this.mth(k1, k1 + k), this.mth(k1 + k, k2), nodeSha256);
  }

  /** PATH(m, D[k1:k2]). RFC 9162 §2.1.3.1. */
  path(m: number, k1: number, k2: number): readonly Uint8Array[] {
    const n = k2 - k1;
    if (n === 1) return [];
    const k = largestPowerBelow(n);
    return m < k
      ? [...this.path(m, k1, k1 + k), this.mth(k1 + k, k2)]
      : [...this.path(m - k, k1 + k, k2), this.mth(k1, k1 + k)];
  }

  /** PROOF(m, D[0:n]). RFC 9162 §2.1.4.1. */
  proof(m: number, n: number): readonly Uint8Array[] {
    return this.subproof(m, 0, n, true);
  }

  private subproof(m: number, k1: number, k2: number, b: boolean): readonly Uint8Array[] {
    const n = k2 - k1;
    if (m === n) return b ? [] : [this.mth(k1, k2)];
    const k = largestPowerBelow(n);
    return m <= k
      ? [...this.subproof(m, k1, k1 + k, b), this.mth(k1 + k, k2)]
      : [...this.subproof(m - k, k1 + k, k2, false), this.mth(k1, k1 + k)];
  }
}

/** k of the RFC: k < n ≤ 2k. */
function largestPowerBelow(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
