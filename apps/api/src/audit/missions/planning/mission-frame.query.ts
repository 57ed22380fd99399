import { Injectable } from '@nestjs/common';
import type { RiskFigures } from '@repere/audit';
import { startOfDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { rows, type Statement } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { keyOf } from '../../../protocols/protocol-library';
import { ProtocolRegistry } from '../../../protocols/publishing/protocol-registry';
import type { MissionScopeDto } from './mission-plan.dto';

/** A case that can be drawn. */
export interface FramedCase {
  readonly caseFileId: string;
  readonly teamId: string;
}

/** How often something stands out in a case. */
interface CaseCount {
  readonly id: string;
  readonly count: number;
}

interface StepInEffect {
  readonly id: string;
  readonly protocol: string;
  readonly version: string;
  readonly step: string;
}

type Counts = ReadonlyMap<string, number>;

/** Cases that a mission's scope takes in, and what stands out in them, without opening one. */
@Injectable()
export class MissionFrameQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly registry: ProtocolRegistry,
  ) {}

  cases(scope: MissionScopeDto): Promise<readonly FramedCase[]> {
    return CASES.readRows(this.unit.manager, this.parameters(scope));
  }

  async size(scope: MissionScopeDto): Promise<number> {
    return (await SIZE.first(this.unit.manager, this.parameters(scope)))?.count ?? 0;
  }

  /** What stands out in each of these cases, by id. */
  async figures(ids: readonly string[]): Promise<(caseFileId: string) => RiskFigures> {
    const now = new Date(this.unit.now());
    const lateLegal = await this.count(LATE_LEGAL, [ids, now]);
    const rightsIncidents = await this.count(RIGHTS_INCIDENTS, [ids]);
    const notReferred = await this.count(NOT_REFERRED, [ids]);
    const waived = await this.count(OF_KIND, [ids, 'step-waived']);
    const amended = await this.count(OF_KIND, [ids, 'entry-amended']);
    const atRisk = await this.count(AT_RISK, [ids]);
    const isProtected = await this.protectedCases([...atRisk.keys()]);
    return (id) => ({
      lateLegal: lateLegal.get(id) ?? 0,
      rightsIncidents: rightsIncidents.get(id) ?? 0,
      unprotected: atRisk.has(id) && !isProtected.has(id) ? 1 : 0,
      notReferred: notReferred.get(id) ?? 0,
      waived: waived.get(id) ?? 0,
      amended: amended.get(id) ?? 0,
    });
  }

  private async count(
    statement: Statement<CaseCount, [values?: readonly unknown[]]>,
    values: readonly unknown[],
  ): Promise<Counts> {
    const found = await statement.readRows(this.unit.manager, values);
    return new Map(found.map(({ id, count }) => [id, count]));
  }

  /** Those of these cases where a protective step is in effect. */
  private async protectedCases(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await IN_EFFECT.readRows(this.unit.manager, [ids]);
    const { versions } = await this.registry.readPublished();
    const isProtective = ({ protocol, version, step }: StepInEffect): boolean =>
      versions.get(keyOf(protocol, version))?.document.steps.find(({ id }) => id === step)?.protective ===
      true;
    return new Set(found.filter(isProtective).map(({ id }) => id));
  }

  /** Days are those where the teams work. */
  private parameters({ teamIds, from, to, protocols }: MissionScopeDto): unknown[] {
    const territory = this.unit.account.teams.find(({ id }) => teamIds.includes(id))?.territory ?? '75';
    const zone = zoneOf(territory);
    const start = (day: string, later = 0): Date => new Date(startOfDay(dayNumber(day) + later, zone));
    return [teamIds, start(from), start(to, 1), protocols];
  }
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const IN_SCOPE = `c.team_id = ANY ($1::uuid[]) AND c.erased_at IS NULL AND c.changed_at >= $2 AND c.opened_at < $3
  AND (cardinality($4::text[]) = 0 OR EXISTS (SELECT 1 FROM run r WHERE r.case_file_id = c.id AND r.protocol = ANY ($4::text[])))`;

const CASES = rows<FramedCase>({ caseFileId: 'uuid', teamId: 'uuid' }).from(
  `SELECT c.id AS "caseFileId", c.team_id AS "teamId" FROM case_file c WHERE ${IN_SCOPE}`,
);

const SIZE = rows<{ readonly count: number }>({ count: 'integer' }).from(
  `SELECT count(*)::int AS count FROM case_file c WHERE ${IN_SCOPE}`,
);

const IN_EFFECT = rows<StepInEffect>({ id: 'uuid', protocol: 'text', version: 'text', step: 'text' }).from(`
  SELECT DISTINCT s.case_file_id AS id, r.protocol, r.version, s.step FROM step_state s JOIN run r ON r.id = s.run_id
   WHERE s.case_file_id = ANY ($1::uuid[]) AND s.state IN ('done', 'done-to-approve', 'to-confirm')`);

const LATE_LEGAL = rows<CaseCount>({ id: 'uuid', count: 'integer' }).from(`
  SELECT case_file_id AS id, count(*)::int AS count FROM deadline
  WHERE case_file_id = ANY ($1::uuid[]) AND origin = 'LEGAL' AND owner = 'ours' AND late_from < coalesce(met_at, $2)
  GROUP BY case_file_id`);

const RIGHTS_INCIDENTS = rows<CaseCount>({ id: 'uuid', count: 'integer' }).from(`
  SELECT case_file_id AS id, count(*)::int AS count FROM alert
  WHERE case_file_id = ANY ($1::uuid[]) AND kind = 'rights-incident' GROUP BY case_file_id`);

const NOT_REFERRED = rows<CaseCount>({ id: 'uuid', count: 'integer' }).from(`
  SELECT case_file_id AS id, count(*)::int AS count FROM case_fact
  WHERE case_file_id = ANY ($1::uuid[]) AND 'not-referred' = ANY (counted) GROUP BY case_file_id`);

const OF_KIND = rows<CaseCount>({ id: 'uuid', count: 'integer' }).from(`
  SELECT case_file_id AS id, count(*)::int AS count FROM journal_entry
  WHERE case_file_id = ANY ($1::uuid[]) AND kind = $2 GROUP BY case_file_id`);

const AT_RISK = rows<CaseCount>({ id: 'uuid', count: 'integer' }).from(`
  SELECT case_file_id AS id, count(*)::int AS count FROM case_fact
  WHERE case_file_id = ANY ($1::uuid[]) AND run_id IS NULL AND 'at-risk' = ANY (counted)
  GROUP BY case_file_id`);
