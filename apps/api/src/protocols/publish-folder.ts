import { Injectable } from '@nestjs/common';
import { keyOf, ProtocolLibrary } from './protocol-library';
import { PublishOverlays } from './publish-overlays';
import { type VersionRow, VersionsRepository } from './versions/versions.repository';

/** Publishes what came with the product and this space has not yet. */
@Injectable()
export class PublishFolder {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly versions: VersionsRepository,
    private readonly overlays: PublishOverlays,
  ) {}

  /** Whether anything was added to these rows. Throws when a version's text has changed. */
  async publish(rows: readonly VersionRow[]): Promise<boolean> {
    const published = new Map(rows.map((row) => [keyOf(row.name, row.version), row.hash]));
    let added = false;
    for (const [key, { document, hash }] of this.library.documents) {
      const before = published.get(key);
      if (before === hash) continue;
      if (before !== undefined)
        throw new Error(`${key} was published with another text: give the new one a version of its own`);
      const files = this.library.filesOf(document.protocol, document.version);
      if (await this.versions.add({ document, hash, files })) added = true;
    }
    return (await this.overlays.publish(added ? await this.versions.all() : rows)) || added;
  }
}
