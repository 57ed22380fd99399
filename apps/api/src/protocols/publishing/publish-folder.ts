import { Injectable } from '@nestjs/common';
import { type HashedDocument, keyOf, ProtocolLibrary } from '../protocol-library';
import { PublishOverlays } from './publish-overlays';
import { PublishedTextChanged } from './published-text-changed';
import { VersionsRepository } from '../versions/versions.repository';

/** Publishes what came with the product and this space has not yet. */
@Injectable()
export class PublishFolder {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly versions: VersionsRepository,
    private readonly overlays: PublishOverlays,
  ) {}

  /** Throws when a version's text has changed. By default all of them, in force from now on. */
  async publish(which: (version: HashedDocument) => boolean = () => true, inForceFrom?: Date): Promise<void> {
    const rows = await this.versions.listVersions();
    const published = new Map(rows.map((row) => [keyOf(row.name, row.version), row.hash]));
    for (const [key, version] of this.library.documents) {
      const { document, hash } = version;
      if (!which(version)) continue;
      const before = published.get(key);
      if (before === hash) continue;
      if (before !== undefined) throw new PublishedTextChanged(key);
      const files = this.library.filesOf(document.protocol, document.version);
      await this.versions.addVersion({ document, hash, files, inForceFrom });
    }
    await this.overlays.publish(await this.versions.listVersions());
  }
}
