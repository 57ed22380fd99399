import { Inflate as Inflating } from 'fflate';

/** The inflated form of raw deflate data (RFC 1951), or `undefined` if it is damaged or not exactly this long. Stops early. */
export type Inflate = (packed: Uint8Array, length: number) => Uint8Array | undefined;

/** Packed bytes handed over at a time: at most a thousand times as many come out before the length is looked at. */
const CHUNK = 1 << 16;

/** Plain JavaScript, for browsers. */
export const inflate: Inflate = (packed, length) => {
  const out = new Uint8Array(length);
  let filled = 0;
  let isWhole = false;
  const inflating = new Inflating((data, isLast) => {
    if (filled + data.length > length) throw new RangeError('more than declared');
    out.set(data, filled);
    filled += data.length;
    isWhole = isLast;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK)
      inflating.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch {
    return undefined;
  }
  return isWhole && filled === length ? out : undefined;
};
