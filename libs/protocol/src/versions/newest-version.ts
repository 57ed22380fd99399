import type { ProtocolDocument } from '../documents/document';
import { isNewer } from './compare-versions';

/** The newest version of a protocol: the one that new cases run, and that the library's other files speak of. */
export function newestVersion(
  protocol: string,
  documents: readonly ProtocolDocument[],
): ProtocolDocument | undefined {
  const versions = documents.filter((document) => document.protocol === protocol);
  return versions.find(({ version }) => !versions.some((other) => isNewer(other.version, version)));
}
