import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/unit-of-work';
import { type HashedDocument, keyOf, ProtocolLibrary } from './protocol-library';
import { PublishFolder } from './publish-folder';
import { type PublishedVersion, Shelf } from './shelf';
import { VersionsRepository } from './versions/versions.repository';

interface Known {
  /** Versions are added and never taken away, so their number tells whether there are new ones, in whatever order they were committed. */
  readonly count: number;
  readonly versions: ReadonlyMap<string, PublishedVersion>;
}

/** What the cases of the running unit's space may run: as it is now, in every process. */
@Injectable()
export class ProtocolShelf {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly repository: VersionsRepository,
    private readonly folder: PublishFolder,
  ) {}

  /** Publishes what the folder has and the space has not; throws when a version's text has changed. */
  async open(): Promise<Shelf> {
    const { database } = this.unit.space;
    let known = this.known.get(database);
    if (!known) {
      const added = await this.folder.publish(await this.repository.all());
      known = await this.read();
      // What this transaction adds may still be rolled back.
      if (!added) this.known.set(database, known);
    } else if ((await this.repository.count()) !== known.count) {
      known = await this.read();
      this.known.set(database, known);
    }
    return new Shelf(known.versions, this.library.compiled([...known.versions.values()]), this.unit.now());
  }

  private async read(): Promise<Known> {
    const rows = await this.repository.all();
    const versions = rows.map((row): [string, PublishedVersion] => {
      const key = keyOf(row.name, row.version);
      const { name: _name, version: _version, ...rest } = row;
      return [key, { ...rest, document: this.documentOf(key, row) }];
    });
    return { count: rows.length, versions: new Map(versions) };
  }

  /** One object for the same text: sets are compiled once. */
  private documentOf(key: string, { document, hash }: HashedDocument): HashedDocument['document'] {
    const own = this.library.documents.get(key);
    return own?.hash === hash ? own.document : document;
  }
}
