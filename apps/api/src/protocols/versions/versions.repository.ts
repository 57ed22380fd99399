import { Injectable } from '@nestjs/common';
import type { ProtocolFiles, Words } from '@repere/cases';
import type { ProtocolDocument } from '@repere/protocol';
import { InjectRepository } from '@nestjs/typeorm';
import { UnitRepository } from '../../platform/data/unit-repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolVersionEntity } from '../entities/protocol-version.entity';
import { VersionNews } from './version-news';
import { VersionsMarkQuery } from './versions-mark.query';

/** A published version as the space keeps it, without its files. */
export interface VersionRow {
  readonly name: string;
  readonly version: string;
  readonly hash: string;
  readonly document: ProtocolDocument;
  readonly publishedAt: Date;
  readonly inForceFrom: Date;
  readonly base: string | null;
  readonly territory: string | null;
}

export interface NewVersion {
  readonly document: ProtocolDocument;
  readonly hash: string;
  readonly files: ProtocolFiles;
  readonly changeNotes?: Words | null;
  /** Default, and when it has passed: now. */
  readonly inForceFrom?: Date;
  readonly approvedBy?: string;
  readonly base?: string;
  readonly territory?: string;
  /** Proofs that are lost with it, and the third person who said why. */
  readonly loss?: { readonly titles: readonly Words[]; readonly by: string; readonly reason: string };
}

/** Published versions: added and read, nothing else. */
@Injectable()
export class VersionsRepository {
  constructor(
    @InjectRepository(ProtocolVersionEntity)
    private readonly versions: UnitRepository<ProtocolVersionEntity>,
    private readonly query: VersionsMarkQuery,
    private readonly unit: UnitOfWork,
    private readonly news: VersionNews,
  ) {}

  /** The same exactly as long as the same versions are there, in whatever order they were committed. */
  mark(): Promise<string> {
    return this.query.mark();
  }

  async listVersions(): Promise<readonly VersionRow[]> {
    const found = await this.versions.find({
      select: {
        ...{ name: true, version: true, hash: true, document: true },
        ...{ publishedAt: true, inForceFrom: true, base: true, territory: true },
      },
      order: { name: 'ASC', version: 'ASC' },
    });
    return found.map((row) => ({ ...row, inForceFrom: row.inForceFrom ?? row.publishedAt }));
  }

  /** Files of a version; `null` when they were not kept, or there is no such version. */
  async files(name: string, version: string): Promise<ProtocolFiles | null> {
    // With its key: TypeORM takes a row of which everything is null for none.
    const found = await this.versions.findOne({
      select: { name: true, version: true, files: true },
      where: { name, version },
    });
    return found?.files ?? null;
  }

  /** Whether it was added: `false` when this version is there already. The unit's event commits to its hash. */
  async addVersion({ document, hash, files, ...more }: NewVersion): Promise<boolean> {
    const { protocol, version } = document;
    const now = new Date(this.unit.now());
    const { changeNotes = null, approvedBy = null, base = null, territory = null } = more;
    const inForceFrom = more.inForceFrom && more.inForceFrom > now ? more.inForceFrom : now;
    const isNew = await this.versions.insertNew({
      ...{ name: protocol, version, hash, document, files, changeNotes, approvedBy, base, territory },
      ...{ publishedAt: now, publishedBy: this.unit.actor.id },
      inForceFrom,
      lostProofs: more.loss?.titles ?? null,
      lossAcceptedBy: more.loss?.by ?? null,
      lossReason: more.loss?.reason ?? null,
    });
    this.unit.known.versionsMark = null;
    this.unit.notes({ [`published/${protocol}@${version}`]: hash });
    if (isNew && base === null) await this.news.tellAll({ protocol, version, inForceFrom });
    return isNew;
  }
}
