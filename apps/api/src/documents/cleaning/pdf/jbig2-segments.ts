/** Segments that say what is drawn (ITU-T T.88, 7.3): dictionaries, regions, pages and tables. What else there is may be words. */
const DRAWN: ReadonlySet<number> = new Set([
  0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 49, 50, 51, 53,
]);
/** Number, flags, references, page and length of the shortest. */
const SHORTEST = 11;
const UNKNOWN_LENGTH = 0xff_ff_ff_ff;

/** Whether a JBIG2 stream, as a PDF holds it, is made of what is drawn and of nothing else: an extension may be a comment. */
export function isDrawingAlone(stream: Uint8Array): boolean {
  const bytes = Buffer.from(stream);
  let at = 0;
  while (bytes.length - at >= SHORTEST) {
    const end = endOfSegment(bytes, at);
    if (end === null || end > bytes.length) return false;
    at = end;
  }
  // A line end that a writer put after the last is no segment.
  return bytes.subarray(at).every((byte) => byte === 0x0a || byte === 0x0d);
}

/** Where a segment ends; `null`: it is none that is drawn, or does not say how long it is. */
function endOfSegment(bytes: Buffer, at: number): number | null {
  const number = bytes.readUInt32BE(at);
  const flags = bytes.readUInt8(at + 4);
  if (!DRAWN.has(flags & 0x3f)) return null;
  const count = bytes.readUInt8(at + 5) >> 5;
  const isLong = count === 7;
  if (!isLong && count > 4) return null;
  const referred = isLong ? bytes.readUInt32BE(at + 5) & 0x1f_ff_ff_ff : count;
  const afterCount = at + 5 + (isLong ? 4 + Math.ceil((referred + 1) / 8) : 1);
  const size = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
  const lengthAt = afterCount + referred * size + ((flags & 0x40) === 0 ? 1 : 4);
  if (lengthAt + 4 > bytes.length) return null;
  const length = bytes.readUInt32BE(lengthAt);
  return length === UNKNOWN_LENGTH ? null : lengthAt + 4 + length;
}
