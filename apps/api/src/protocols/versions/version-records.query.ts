import { Injectable } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { Refusal } from '../../platform/refusals/refusal';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { compareVersions } from '@repere/protocol';
import type { PublishedProtocols } from '../publishing/published-protocols';
import type { VersionRecordDto } from './versions.dto';

interface Row {
  readonly version: string;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly approvedBy: string | null;
  readonly loss: VersionRecordDto['loss'];
  readonly inForceFrom: Date;
  readonly changeNotes: Words | null;
  readonly overlays: VersionRecordDto['overlays'];
}

/** What surrounds the versions of a protocol, newest first. */
@Injectable()
export class VersionRecordsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** `not-found` for a protocol that was never published. */
  async listRecords(protocol: string, published: PublishedProtocols): Promise<readonly VersionRecordDto[]> {
    const found = await OF_PROTOCOL.readRows(this.unit.manager, [protocol]);
    if (found.length === 0) throw new Refusal('not-found');
    const inForce = published.inForce[protocol];
    return found
      .sort((a, b) => compareVersions(b.version, a.version))
      .map((row) => ({
        ...row,
        protocol,
        publishedAt: row.publishedAt.toISOString(),
        inForceFrom: row.inForceFrom.toISOString(),
        inForce: row.version === inForce,
      }));
  }
}

const OF_PROTOCOL = rows<Row>({
  ...{ version: 'text', hash: 'text', publishedAt: 'timestamptz', publishedBy: 'text?', approvedBy: 'text?' },
  ...{ loss: 'json?', inForceFrom: 'timestamptz', changeNotes: 'jsonb?', overlays: 'json' },
}).from(`
  SELECT v.version, v.hash, v.published_at AS "publishedAt", publisher.name AS "publishedBy",
        second.name AS "approvedBy",
        CASE WHEN v.lost_proofs IS NOT NULL THEN
          json_build_object('titles', v.lost_proofs, 'by', third.name, 'reason', v.loss_reason) END AS loss,
         coalesce(v.in_force_from, v.published_at) AS "inForceFrom",
        v.change_notes AS "changeNotes",
        (SELECT coalesce(json_agg(json_build_object('territory', o.territory, 'version', o.version, 'hash', o.hash) ORDER BY o.territory), '[]')
           FROM (SELECT DISTINCT ON (territory) territory, version, hash FROM protocol_version
                  WHERE name = v.name AND base = v.version ORDER BY territory, published_at DESC) o) AS overlays
   FROM protocol_version v
   LEFT JOIN account publisher ON publisher.id::text = v.published_by
   LEFT JOIN account second ON second.id::text = v.approved_by
   LEFT JOIN account third ON third.id::text = v.loss_accepted_by
  WHERE v.name = $1 AND v.base IS NULL`);
