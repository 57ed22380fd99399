import { Injectable } from '@nestjs/common';
import type { ProofOfVersion } from '@repere/cases';
import type { ExploreReport, Verdict } from '@repere/protocol-engine';
import { UnitOfWork } from '../../platform/unit-of-work';
import { type HashedDocument, keyOf } from '../protocol-library';

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
    const findings = row.report.findings.filter((it) => it.protocol === protocol && it.version === version);
    return { exploredAt: row.exploredAt.toISOString(), report: { ...row.report, findings } };
  }

  /** By `protocol@version`: the worst that the latest exploration of each version found; none where there was none. */
  async worst(): Promise<ReadonlyMap<string, Verdict>> {
    const rows: { protocol: string; version: string; verdicts: Verdict[] | null }[] =
      await this.unit.manager.query(WORST);
    return new Map(
      rows.flatMap(({ protocol, version, verdicts }) => {
        const worst = FROM_WORST.find((it) => verdicts?.includes(it));
        return worst ? [[keyOf(protocol, version), worst] as const] : [];
      }),
    );
  }
}

const FROM_WORST: readonly Verdict[] = ['broken', 'bounded', 'proven'];

/** A report about another content of the same version proves nothing of this one. */
const WORST = `
  SELECT DISTINCT ON (v.name, v.version) v.name AS protocol, v.version,
         (SELECT array_agg(DISTINCT f ->> 'verdict') FROM jsonb_array_elements(p.report -> 'findings') f
           WHERE f ->> 'protocol' = v.name AND f ->> 'version' = v.version) AS verdicts
    FROM protocol_version v
    JOIN protocol_proof p ON p.subjects @> jsonb_build_array(
         jsonb_build_object('protocol', v.name, 'version', v.version, 'hash', v.hash))
   ORDER BY v.name, v.version, p.explored_at DESC`;
