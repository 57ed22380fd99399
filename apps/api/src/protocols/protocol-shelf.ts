import { Injectable } from '@nestjs/common';
import type { ProtocolDocument, ProtocolSet } from '@repere/protocol-engine';
import { UnitOfWork } from '../platform/unit-of-work';
import { compareVersions } from './compare-versions';
import { type HashedDocument, keyOf, ProtocolLibrary } from './protocol-library';

/** The protocols of one space: what its cases may run. */
export interface Shelf {
  readonly set: ProtocolSet;
  /** By `protocol@version`. */
  readonly versions: ReadonlyMap<string, PublishedVersion>;
  /** protocol → version that runs opened now are pinned to. */
  readonly inForce: Readonly<Record<string, string>>;
}

export interface PublishedVersion extends HashedDocument {
  readonly publishedAt: Date;
}

interface Row {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
  readonly document: ProtocolDocument;
  readonly published_at: Date;
}

/** Published versions never change, so what was read of a space stays right; only new ones may come. */
@Injectable()
export class ProtocolShelf {
  private readonly shelves = new Map<string, Shelf>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
  ) {}

  /** The running unit's protocols. Publishes what the folder has and the space has not; throws when a version's text has changed. */
  async open(): Promise<Shelf> {
    const { database } = this.unit.space;
    const known = this.shelves.get(database);
    if (known) return known;
    const rows = await this.read();
    const added = await this.publish(rows);
    const shelf = this.shelve(added ? await this.read() : rows);
    // What this transaction adds may still be rolled back.
    if (!added) this.shelves.set(database, shelf);
    return shelf;
  }

  /** The same, read again when a version is missing: another process may have published it. */
  async openWith(needed: readonly { readonly protocol: string; readonly version: string }[]): Promise<Shelf> {
    const shelf = await this.open();
    if (needed.every(({ protocol, version }) => shelf.versions.has(keyOf(protocol, version)))) return shelf;
    this.shelves.delete(this.unit.space.database);
    return this.open();
  }

  private read(): Promise<Row[]> {
    return this.unit.manager.query(
      `SELECT name, version, hash, document, published_at FROM protocol_version`,
    );
  }

  private async publish(rows: readonly Row[]): Promise<boolean> {
    const published = new Map(rows.map((row) => [keyOf(row.name, row.version), row.hash]));
    let added = false;
    for (const [key, { document, hash }] of this.library.documents) {
      const before = published.get(key);
      if (before === hash) continue;
      if (before !== undefined)
        throw new Error(`${key} was published with another text: give the new one a version of its own`);
      const inserted: unknown[] = await this.unit.manager.query(
        `INSERT INTO protocol_version (name, version, hash, document, published_at, published_by)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING name`,
        [document.protocol, document.version, hash, document, new Date(this.unit.now()), this.unit.actor.id],
      );
      this.unit.notes({ [`published/${key}`]: hash });
      added ||= inserted.length > 0;
    }
    return added;
  }

  private shelve(rows: readonly Row[]): Shelf {
    const versions = new Map(
      rows.map((row): [string, PublishedVersion] => {
        const key = keyOf(row.name, row.version);
        const { document } = this.library.documents.get(key) ?? row;
        return [key, { document, hash: row.hash, publishedAt: row.published_at }];
      }),
    );
    const inForce: Record<string, string> = {};
    for (const { name, version } of rows) {
      const best = inForce[name];
      if (best === undefined || compareVersions(version, best) > 0) inForce[name] = version;
    }
    return { set: this.library.compiled(versions), versions, inForce };
  }
}
