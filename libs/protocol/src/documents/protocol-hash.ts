import type { ProtocolDocument } from './document';

/** The document as canonical JSON (RFC 8785: keys sorted by UTF-16 code units, no spaces, absent keys left out). */
export function canonicalProtocol(document: ProtocolDocument): string {
  return canonical(document);
}

/**
 * Content hash of a protocol version in both languages, lower-case hexadecimal as `sha256` gives it. Spelling of the YAML,
 * order of keys and comments don't count; order of steps, outcomes and codes does.
 */
export function protocolHash(document: ProtocolDocument, sha256: (text: string) => string): string {
  return sha256(canonicalProtocol(document));
}

/** Any data as canonical JSON; data that says the same has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${pairs.join(',')}}`;
}
