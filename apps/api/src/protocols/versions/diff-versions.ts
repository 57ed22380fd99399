import { Injectable } from '@nestjs/common';
import { diffVersions, type ProtocolDocument, type VersionDiff } from '@repere/protocol-engine';
import { keyOf, ProtocolLibrary } from '../protocol-library';
import type { Shelf } from '../shelf';

/** What differs between two versions, in words. */
@Injectable()
export class DiffVersions {
  constructor(private readonly library: ProtocolLibrary) {}

  /** `null` when the earlier is not published, or the later can't be read or is of another protocol. */
  from(version: string | null, after: ProtocolDocument | null, shelf: Shelf): VersionDiff | null {
    if (version === null || after === null) return null;
    const before = shelf.versions.get(keyOf(after.protocol, version))?.document;
    return before ? diffVersions(before, after, this.library.shared) : null;
  }
}
