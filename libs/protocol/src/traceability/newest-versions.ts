import type { ProtocolDocument } from '../documents/document';
import { newestVersion } from '../versions/newest-version';

/** The newest version of each protocol, by printed code: P1, P2… */
export function newestVersions(documents: readonly ProtocolDocument[]): readonly ProtocolDocument[] {
  return documents
    .filter((document) => newestVersion(document.protocol, documents) === document)
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}
