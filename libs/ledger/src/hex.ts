const DIGITS = '0123456789abcdef';
const HASH_DIGITS = 64;
/** Two digits of each byte; the value of each digit by its char code, -1 of what is none. Looked up: verifying reads millions. */
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const VALUES = Int8Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)));

/** Bytes as lowercase hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += PAIRS[byte];
  return hex;
}

/** The 32 bytes of a hash written as 64 lowercase hexadecimal digits; `undefined` for any other text. */
export function hashFromHex(hex: string): Uint8Array | undefined {
  if (hex.length !== HASH_DIGITS) return undefined;
  const bytes = new Uint8Array(HASH_DIGITS / 2);
  for (let place = 0; place < bytes.length; place++) {
    const high = VALUES[hex.charCodeAt(2 * place)] ?? -1;
    const low = VALUES[hex.charCodeAt(2 * place + 1)] ?? -1;
    if (high < 0 || low < 0) return undefined;
    bytes[place] = 16 * high + low;
  }
  return bytes;
}
