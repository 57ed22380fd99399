import type { ProtocolDocument } from '@repere/protocol';
import { compareVersions, localVersion } from '@repere/protocol';
import type { ProtocolSet } from '@repere/case-engine';
import type { HashedDocument } from '../protocol-library';

export interface PublishedVersion extends HashedDocument {
  readonly publishedAt: Date;
  readonly inForceFrom: Date;
  /** Of what one territory runs: the version under its overlay. */
  readonly base: string | null;
  readonly territory: string | null;
}

/** The protocols of one space at one moment. */
export class PublishedProtocols {
  constructor(
    /** By `protocol@version`. */
    readonly versions: ReadonlyMap<string, PublishedVersion>,
    readonly set: ProtocolSet,
    private readonly now: number,
  ) {}

  /** protocol → the version in force. */
  get inForce(): Readonly<Record<string, string>> {
    const bases: Record<string, string> = {};
    for (const { document, base, inForceFrom, publishedAt } of this.versions.values()) {
      const best = bases[document.protocol];
      // Only a start that was set for later is waited for: a space's clock, or a demo, may stand before the publishing.
      const isLater = inForceFrom > publishedAt && inForceFrom.getTime() > this.now;
      if (base !== null || isLater) continue;
      if (best === undefined || compareVersions(document.version, best) > 0)
        bases[document.protocol] = document.version;
    }
    return bases;
  }

  /** protocol → the version that was in force before this moment, epoch milliseconds; a protocol that had none is left out. */
  inForceBefore(moment: number): Readonly<Record<string, string>> {
    const bases: Record<string, string> = {};
    for (const { document, base, inForceFrom } of this.versions.values()) {
      const best = bases[document.protocol];
      if (base !== null || inForceFrom.getTime() >= moment) continue;
      if (best === undefined || compareVersions(document.version, best) > 0)
        bases[document.protocol] = document.version;
    }
    return bases;
  }

  /** protocol → the version that a run opened now is pinned to: under the territory's overlay where it has one. */
  inForceIn(territory: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.inForce).map(([protocol, version]) => [
        protocol,
        this.asRunIn(territory, protocol, version),
      ]),
    );
  }

  /** A version as a territory runs it: under the latest of its overlays, where it has one. */
  asRunIn(territory: string, protocol: string, version: string): string {
    const known = [...this.versions.values()].map((it) => it.document);
    return localVersion(
      version,
      territory,
      known.filter((it) => it.protocol === protocol).map((it) => it.version),
    );
  }

  /** Versions of one protocol without overlays, newest first. */
  versionsOf(protocol: string): readonly PublishedVersion[] {
    return this.everyVersionOf(protocol)
      .filter(({ base }) => base === null)
      .sort((a, b) => compareVersions(b.document.version, a.document.version));
  }

  /** Where a step or an answer has its title: versions newest first, then as territories run them, which may have more steps. */
  titledIn(protocol: string): readonly ProtocolDocument[] {
    const local = this.everyVersionOf(protocol).filter(({ base }) => base !== null);
    return [...this.versionsOf(protocol), ...local].map(({ document }) => document);
  }

  private everyVersionOf(protocol: string): PublishedVersion[] {
    return [...this.versions.values()].filter(({ document }) => document.protocol === protocol);
  }
}
