import { diffVersions, type ProtocolDocument, type VersionDiff } from '@repere/protocol';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { libraryOf } from '../protocol-library';

interface VersionsToCompare {
  readonly before: ProtocolDocument;
  readonly after: ProtocolDocument;
}

/** What differs between two versions of one protocol. Of conditions that are long and nested alike it takes for ever. */
export const DIFF_VERSIONS: SandboxTask<VersionsToCompare, VersionDiff> = {
  name: 'versions.diff',
  lane: 'protocols',
  mostMs: 10_000,
  perform: ({ before, after }, surroundings) => diffVersions(before, after, libraryOf(surroundings).shared),
};
