import { Injectable } from '@nestjs/common';
import type { ProtocolFiles, Words } from '@repere/cases';
import type { ProtocolDocument } from '@repere/protocol-engine';
import { UnitOfWork } from '../../platform/unit-of-work';

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
  constructor(private readonly unit: UnitOfWork) {}

  /** The same exactly as long as the same versions are there, in whatever order they were committed. */
  async mark(): Promise<string> {
    const [row]: { mark: string | null }[] = await this.unit.manager.query(
      `SELECT md5(string_agg(name || version || hash, ',' ORDER BY name, version)) AS mark FROM protocol_version`,
    );
    return row?.mark ?? '';
  }

  all(): Promise<readonly VersionRow[]> {
    return this.unit.manager.query(
      `SELECT name, version, hash, document, published_at AS "publishedAt",
              coalesce(in_force_from, published_at) AS "inForceFrom", base, territory
         FROM protocol_version ORDER BY name, version`,
    );
  }

  /** Files of a version; `null` when they were not kept, or there is no such version. */
  async files(protocol: string, version: string): Promise<ProtocolFiles | null> {
    const [row]: { files: ProtocolFiles | null }[] = await this.unit.manager.query(
      `SELECT files FROM protocol_version WHERE name = $1 AND version = $2`,
      [protocol, version],
    );
    return row?.files ?? null;
  }

  /** Whether it was added: `false` when this version is there already. The unit's event commits to its hash. */
  async add({ document, hash, files, ...more }: NewVersion): Promise<boolean> {
    const { protocol, version } = document;
    const now = new Date(this.unit.now());
    const inserted: unknown[] = await this.unit.manager.query(
      `INSERT INTO protocol_version (name, version, hash, document, files, published_at, published_by, change_notes,
                                     in_force_from, approved_by, base, territory, lost_proofs, loss_accepted_by, loss_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING name`,
      [
        protocol,
        version,
        hash,
        document,
        files,
        now,
        this.unit.actor.id,
        more.changeNotes ?? null,
        more.inForceFrom && more.inForceFrom > now ? more.inForceFrom : now,
        more.approvedBy ?? null,
        more.base ?? null,
        more.territory ?? null,
        more.loss ? JSON.stringify(more.loss.titles) : null,
        more.loss?.by ?? null,
        more.loss?.reason ?? null,
      ],
    );
    this.unit.notes({ [`published/${protocol}@${version}`]: hash });
    return inserted.length > 0;
  }
}
