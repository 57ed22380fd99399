import { Injectable } from '@nestjs/common';
import { applyOverlay, type OverlayDocument } from '@repere/protocol-engine';
import { versionWithOverlay } from './compare-versions';
import { hashOf } from './hash-of';
import { ProtocolLibrary } from './protocol-library';
import { type VersionRow, VersionsRepository } from './versions/versions.repository';

/**
 * What a territory runs is a version of its own, `1.0.0+93`: the protocol with the overlay in it, with a hash of its own.
 * Runs are pinned to it as to any other. An overlay that was changed is another revision, `1.0.0+93.2`.
 */
@Injectable()
export class PublishOverlays {
  constructor(
    private readonly library: ProtocolLibrary,
    private readonly versions: VersionsRepository,
  ) {}

  /** Publishes each overlay on each of these versions that it is for; whether any was new. */
  async publish(rows: readonly VersionRow[]): Promise<boolean> {
    let added = false;
    for (const { overlay, source } of this.library.overlays) {
      if (!overlay) continue;
      const bases = rows.filter(
        ({ name, version, base }) =>
          base === null && name === overlay.protocol && version.startsWith(`${String(overlay.major)}.`),
      );
      for (const base of bases) if (await this.publishOn(base, overlay, source.file, rows)) added = true;
    }
    return added;
  }

  private async publishOn(
    base: VersionRow,
    overlay: OverlayDocument,
    file: string,
    rows: readonly VersionRow[],
  ): Promise<boolean> {
    const { territory } = overlay;
    const earlier = rows.filter(
      (it) => it.name === base.name && it.base === base.version && it.territory === territory,
    );
    const merged = applyOverlay(base.document, overlay);
    const revisions = [...Array(earlier.length + 1).keys()].map((at) => ({
      ...merged,
      version: versionWithOverlay(base.version, territory, at + 1),
    }));
    // Published before, be it in an earlier revision: two processes with two folders don't take turns.
    if (revisions.some((document) => earlier.some(({ hash }) => hash === hashOf(document)))) return false;
    const document = revisions.at(-1);
    if (!document) return false;
    return this.versions.add({
      document,
      hash: hashOf(document),
      files: { 'overlay.yaml': this.library.textOf(file) },
      base: base.version,
      territory,
      inForceFrom: base.inForceFrom,
    });
  }
}
