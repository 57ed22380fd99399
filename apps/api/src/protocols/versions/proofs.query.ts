import { Injectable } from '@nestjs/common';
import type { ProofOfVersion } from '@repere/cases';
import type { ExploreReport } from '@repere/protocol-engine';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { HashedDocument } from '../protocol-library';

/** What exploring found of published versions. */
@Injectable()
export class ProofsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The latest exploration that this version was part of, with the findings about it. */
  async of({ document: { protocol, version }, hash }: HashedDocument): Promise<ProofOfVersion> {
    const [row]: { report: ExploreReport; exploredAt: Date }[] = await this.unit.manager.query(
      `SELECT report, explored_at AS "exploredAt" FROM protocol_proof
        WHERE subjects @> $1::jsonb ORDER BY explored_at DESC LIMIT 1`,
      [JSON.stringify([{ protocol, version, hash }])],
    );
    if (!row) return { exploredAt: null, report: null };
    const findings = row.report.findings.filter((it) => it.protocol === protocol);
    return { exploredAt: row.exploredAt.toISOString(), report: { ...row.report, findings } };
  }
}
