import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import type { ExploreReport } from '@repere/protocol-engine';
import { sha256 } from '../hash-of';
import { type HashedDocument, keyOf, ProtocolLibrary } from '../protocol-library';
import type { Shelf } from '../shelf';
import { VersionFiles } from '../versions/version-files.query';

/** Which versions are explored together: runs of a case open each other. */
@Injectable()
export class WhatToExplore {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly files: VersionFiles,
  ) {}

  /** The versions in force, with this one in the place of its protocol's. */
  subjects(shelf: Shelf, draft: HashedDocument | null): readonly HashedDocument[] {
    const others = Object.entries(shelf.inForce)
      .filter(([protocol]) => protocol !== draft?.document.protocol)
      .flatMap(([protocol, version]) => shelf.versions.get(keyOf(protocol, version)) ?? []);
    return draft ? [...others, draft] : others;
  }

  /** One name for the same versions. */
  hash(subjects: readonly HashedDocument[]): string {
    return sha256(
      subjects
        .map(({ document: { protocol, version }, hash }) => `${keyOf(protocol, version)} ${hash}`)
        .sort()
        .join('\n'),
    );
  }

  /** A whole library of files with these versions alone. `draft`: files of the one that is not published. */
  async filesFor(
    subjects: readonly HashedDocument[],
    draft: { readonly document: HashedDocument['document']; readonly files: ProtocolFiles } | null,
  ): Promise<ProtocolFiles> {
    const all: Record<string, string> = { ...this.library.sharedFiles };
    for (const { document } of subjects) {
      const { protocol, version } = document;
      const files =
        document.protocol === draft?.document.protocol
          ? draft.files
          : ((await this.files.of(keyOf(protocol, version))) ?? {});
      for (const [path, text] of Object.entries(files)) all[`${protocol}/${version}/${path}`] = text;
    }
    return all;
  }
}

/** As a report names it. */
export const subjectOf = ({
  document: { protocol, version },
  hash,
}: HashedDocument): ExploreReport['subjects'][number] => ({ protocol, version, hash });
