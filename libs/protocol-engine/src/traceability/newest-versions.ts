import type { ProtocolDocument } from '../language/document';

/** The newest version of each protocol, by printed code: P1, P2… */
export function newestVersions(documents: readonly ProtocolDocument[]): readonly ProtocolDocument[] {
  const newest = new Map<string, ProtocolDocument>();
  for (const document of documents) {
    const known = newest.get(document.protocol);
    if (!known || isLater(document.version, known.version)) newest.set(document.protocol, document);
  }
  return [...newest.values()].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}

function isLater(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
