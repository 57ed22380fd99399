import { Inject, Injectable } from '@nestjs/common';
import { localDocuments } from '@repere/protocol';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { hashOf } from '../hash-of';
import { keyOf, ProtocolLibrary } from '../protocol-library';
import { type VersionRow, VersionsRepository } from '../versions/versions.repository';
import { PublishedTextChanged } from './published-text-changed';

/**
 * What a territory runs is a version of its own, `1.0.0+93`: the protocol with the overlay in it, with a hash of its own.
 * Runs are pinned to it as to any other. A changed overlay takes the next number, `1.0.0+93.2`.
 */
@Injectable()
export class PublishOverlays {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly versions: VersionsRepository,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * Publishes each overlay on each of these versions that it is for. Throws when one was changed under the same number.
   * `approvedBy`: who agreed to the version under it, when a person publishes.
   */
  async publish(rows: readonly VersionRow[], approvedBy?: string): Promise<void> {
    const published = new Map(rows.map((row) => [keyOf(row.name, row.version), row.hash]));
    for (const { overlay, source } of this.library.overlays) {
      // A live space starts with none that nobody asked for.
      if (!overlay || (overlay.isFictional && !this.configuration.demo)) continue;
      for (const base of rows.filter((row) => row.base === null)) {
        const [document] = localDocuments([base.document], [overlay]);
        if (!document) continue;
        const key = keyOf(document.protocol, document.version);
        const hash = hashOf(document);
        const before = published.get(key);
        if (before === hash) continue;
        if (before !== undefined) throw new PublishedTextChanged(key);
        await this.versions.addVersion({
          document,
          hash,
          files: { 'overlay.yaml': this.library.textOf(source.file) },
          base: base.version,
          territory: overlay.territory,
          inForceFrom: base.inForceFrom,
          approvedBy,
        });
      }
    }
  }
}
