import { Injectable } from '@nestjs/common';
import type { ExploreReport, ProofFinding, Verdict } from '@repere/protocol';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type HashedDocument, keyOf } from '../protocol-library';
import type { ProofOfVersionDto } from './versions.dto';

/** What exploring found of published versions. */
@Injectable()
export class ProofsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The latest exploration that this version was part of, with the findings about it. */
  async describeProof({ document: { protocol, version }, hash }: HashedDocument): Promise<ProofOfVersionDto> {
    const row = await LATEST.first(this.unit.manager, [JSON.stringify([{ protocol, version, hash }])]);
    if (!row) return { exploredAt: null, report: null };
    const findings = row.report.findings.filter((it) => it.protocol === protocol && it.version === version);
    return { exploredAt: row.exploredAt.toISOString(), report: { ...row.report, findings } };
  }

  /** What the latest exploration of each of these versions proved: `protocol territory kind id`. */
  async proven(versions: readonly HashedDocument[]): Promise<ReadonlySet<string>> {
    const subjects = versions.map(({ document: { protocol, version }, hash }) => ({
      protocol,
      version,
      hash,
    }));
    const found = await PROVEN.readRows(this.unit.manager, [JSON.stringify(subjects)]);
    return new Set(found.map(({ key }) => key));
  }

  /** By `protocol@version`: the worst that the latest exploration of each version found; none where there was none. */
  async worst(): Promise<ReadonlyMap<string, Verdict>> {
    const found = await WORST.readRows(this.unit.manager);
    return new Map(
      found.flatMap(({ protocol, version, verdicts }) => {
        const worst = FROM_WORST.find((it) => verdicts?.includes(it));
        return worst ? [[keyOf(protocol, version), worst] as const] : [];
      }),
    );
  }
}

const FROM_WORST: readonly Verdict[] = ['broken', 'bounded', 'proven'];

/** The same promise in every version of a protocol, in one territory or in all others. */
export const propertyKey = ({ protocol, version, kind, id }: ProofFinding): string =>
  [protocol, version.split('+')[1]?.split('.')[0] ?? '', kind, id].join(' ');

const LATEST = rows<{ readonly report: ExploreReport; readonly exploredAt: Date }>({
  ...{ report: 'jsonb', exploredAt: 'timestamptz' },
}).from(`
  SELECT report, explored_at AS "exploredAt" FROM protocol_proof
   WHERE subjects @> $1::jsonb ORDER BY explored_at DESC LIMIT 1`);

const PROVEN = rows<{ readonly key: string }>({ key: 'text' }).from(`
  SELECT DISTINCT concat_ws(' ', s.protocol, split_part(split_part(s.version, '+', 2), '.', 1), f ->> 'kind', f ->> 'id') AS key
    FROM jsonb_to_recordset($1::jsonb) AS s (protocol text, version text, hash text)
   CROSS JOIN LATERAL (
         SELECT report FROM protocol_proof
          WHERE subjects @> jsonb_build_array(
                jsonb_build_object('protocol', s.protocol, 'version', s.version, 'hash', s.hash))
          ORDER BY explored_at DESC LIMIT 1) p
   CROSS JOIN LATERAL jsonb_array_elements(p.report -> 'findings') f
   WHERE f ->> 'protocol' = s.protocol AND f ->> 'version' = s.version AND f ->> 'verdict' = 'proven'`);

/** A report about another content of the same version proves nothing of this one. */
const WORST = rows<{
  readonly protocol: string;
  readonly version: string;
  readonly verdicts: readonly Verdict[] | null;
}>({ protocol: 'text', version: 'text', verdicts: 'text[]?' }).from(`
  SELECT DISTINCT ON (v.name, v.version) v.name AS protocol, v.version,
         (SELECT array_agg(DISTINCT f ->> 'verdict') FROM jsonb_array_elements(p.report -> 'findings') f
           WHERE f ->> 'protocol' = v.name AND f ->> 'version' = v.version) AS verdicts
    FROM protocol_version v
    JOIN protocol_proof p ON p.subjects @> jsonb_build_array(
         jsonb_build_object('protocol', v.name, 'version', v.version, 'hash', v.hash))
   ORDER BY v.name, v.version, p.explored_at DESC`);
