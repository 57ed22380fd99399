/** Whether an English text is known to belong to its French one. */
export type StampState = 'matched' | 'stale' | 'unstamped';

/** Eight hexadecimal digits that change when the words do (FNV-1a): not a proof, a reminder. */
function fingerprint(words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(words.normalize('NFC').trim())) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** `3fa2c1d0=9be0d4aa`: the French and the English that belong together. YAML takes no such text for a number. */
export function stampOf(fr: string, en: string): string {
  return `${fingerprint(fr)}=${fingerprint(en)}`;
}

/** Stamps by key. What isn't one counts as none, so that stamping again mends the file. */
export function readStamps(node: unknown): ReadonlyMap<string, string> {
  const stamps = Object.entries(typeof node === 'object' && node !== null ? node : {});
  return new Map(stamps.filter(([, stamp]) => /^[0-9a-f]{8}=[0-9a-f]{8}$/.test(String(stamp))));
}

/** Stale: the French has changed since, the English has not. */
export function stateOf(stamp: string | undefined, fr: string, en: string): StampState {
  if (stamp === undefined) return 'unstamped';
  if (stamp.slice(0, 8) === fingerprint(fr)) return 'matched';
  return stamp.slice(9) === fingerprint(en) ? 'stale' : 'unstamped';
}
