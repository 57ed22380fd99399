import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import { documentsByTerritory, type ExploreReport, isOverlayOf } from '@repere/protocol';
import { hashOf, sha256 } from '../hash-of';
import { type HashedDocument, keyOf, ProtocolLibrary } from '../protocol-library';
import type { PublishedProtocols } from '../publishing/published-protocols';
import { VersionFiles } from '../versions/version-files.service';

/** Which versions are explored together: runs of a case open each other. */
@Injectable()
export class ExplorationScope {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly files: VersionFiles,
  ) {}

  /** The versions in force, with this one in the place of its protocol's, and what territories make of each. */
  listSubjects(published: PublishedProtocols, draft: HashedDocument | null): readonly HashedDocument[] {
    const others = Object.entries(published.inForce)
      .filter(([protocol]) => protocol !== draft?.document.protocol)
      .flatMap(([protocol, version]) => published.versions.get(keyOf(protocol, version)) ?? []);
    const bases = draft ? [...others, draft] : others;
    const overlays = this.library.overlays.flatMap(({ overlay }) => overlay ?? []);
    const documents = bases.map(({ document }) => document);
    const local = [...documentsByTerritory(documents, overlays).values()].flat();
    return [...bases, ...local.map((document) => ({ document, hash: hashOf(document) }))];
  }

  /** One name for the same versions. */
  hashSubjects(subjects: readonly HashedDocument[]): string {
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
    const bases = subjects.filter(({ document }) => !document.version.includes('+'));
    for (const { overlay, source } of this.library.overlays)
      if (overlay && bases.some(({ document }) => isOverlayOf(overlay, document)))
        all[source.file.replace(/^protocols\//, '')] = this.library.textOf(source.file);
    for (const { document } of bases) {
      const { protocol, version } = document;
      const files =
        document.protocol === draft?.document.protocol
          ? draft.files
          : ((await this.files.findFiles(keyOf(protocol, version))) ?? {});
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
