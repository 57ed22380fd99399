import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type HashedDocument, keyOf, ProtocolLibrary } from '../protocol-library';
import { PublishFolder } from './publish-folder';
import { type PublishedVersion, PublishedProtocols } from './published-protocols';
import { VersionsRepository } from '../versions/versions.repository';

interface Known {
  readonly mark: string;
  readonly versions: ReadonlyMap<string, PublishedVersion>;
}

/** What the cases of the running unit's space may run: as it is now, in every process. */
@Injectable()
export class ProtocolRegistry {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly repository: VersionsRepository,
    private readonly folder: PublishFolder,
  ) {}

  /** Publishes what the folder has and the space has not; throws when a version's text has changed. */
  async readPublished(): Promise<PublishedProtocols> {
    const { database } = this.unit.space;
    let known = this.known.get(database);
    if (!known) await this.folder.publish();
    // Asked each time: another process may have published, and what this transaction adds may still be rolled back.
    const mark = await this.repository.mark();
    if (known?.mark !== mark) {
      known = await this.readVersions(mark);
      this.known.set(database, known);
    }
    return new PublishedProtocols(
      known.versions,
      this.library.compiled([...known.versions.values()]),
      this.unit.now(),
    );
  }

  private async readVersions(mark: string): Promise<Known> {
    const rows = await this.repository.listVersions();
    const versions = rows.map((row): [string, PublishedVersion] => {
      const key = keyOf(row.name, row.version);
      const { name: _name, version: _version, ...rest } = row;
      return [key, { ...rest, document: this.documentOf(key, row) }];
    });
    return { mark, versions: new Map(versions) };
  }

  /** One object for the same text: sets are compiled once. */
  private documentOf(key: string, { document, hash }: HashedDocument): HashedDocument['document'] {
    const own = this.library.documents.get(key);
    return own?.hash === hash ? own.document : document;
  }
}
