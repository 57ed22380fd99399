import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { Parameters } from '../../platform/requests/parameters';
import type { AuditScope } from '../conformance/audit-scope';
import { conditionsOf, SCOPE_SAMPLES } from '../conformance/scope-conditions.query';
import type { ConformanceFilterDto } from '../conformance/filters.dto';

export interface LoggedRun {
  readonly caseFileId: string;
  readonly runId: string;
  readonly protocol: string;
  readonly version: string;
  readonly openedAt: Date;
  readonly ended: boolean;
  readonly outcome: string | null;
}

export interface LoggedEntry {
  readonly caseFileId: string;
  readonly seq: number;
  readonly kind: JournalEntry['kind'];
  readonly runId: string | null;
  readonly step: string | null;
  readonly occurredAt: Date;
  readonly precision: string;
  readonly recordedAt: Date;
  readonly enteredBy: string;
  /** Kinds of deviations that it is behind. */
  readonly deviations: readonly string[];
}

/** A coded fact of a case that identifies nobody, since when it stands. */
export interface LoggedFact {
  readonly caseFileId: string;
  readonly fact: string;
  readonly value: string;
  readonly since: Date;
}

/** What an event log is made of: columns that are in the clear. No journal entry is opened. */
@Injectable()
export class LoggedRowsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Cases with a run that fits, at most `limit`. */
  async cases(scope: AuditScope, filter: ConformanceFilterDto, limit: number): Promise<readonly string[]> {
    const found = await CASES.readRows(this.unit.manager, scope, filter, limit);
    return found.map(({ id }) => id);
  }

  runs(caseFileIds: readonly string[]): Promise<readonly LoggedRun[]> {
    return RUNS.readRows(this.unit.manager, [caseFileIds]);
  }

  entries(caseFileIds: readonly string[], limit: number): Promise<readonly LoggedEntry[]> {
    return ENTRIES.readRows(this.unit.manager, [caseFileIds, limit]);
  }

  /** Choices and yes-or-no of the case itself, answers only. */
  facts(caseFileIds: readonly string[]): Promise<readonly LoggedFact[]> {
    return FACTS.readRows(this.unit.manager, [caseFileIds]);
  }
}

const CASES = rows<{ readonly id: string }>({ id: 'uuid' }).written(
  (scope: AuditScope, filter: ConformanceFilterDto, limit: number) => {
    const parameters = new Parameters();
    const where = conditionsOf(scope, filter, parameters).join(' AND ');
    const text = `SELECT DISTINCT x.case_file_id AS id FROM run x WHERE ${where} ORDER BY 1 LIMIT ${parameters.addValue(limit)}`;
    return { text, values: parameters.values };
  },
  SCOPE_SAMPLES.map(([scope, filter]) => [scope, filter, 1]),
);

const RUNS = rows<LoggedRun>({
  ...{ caseFileId: 'uuid', runId: 'uuid', protocol: 'text', version: 'text', openedAt: 'timestamptz' },
  ...{ ended: 'boolean', outcome: 'text?' },
}).from(`
  SELECT case_file_id AS "caseFileId", id AS "runId", protocol, version, opened_at AS "openedAt", ended, outcome
    FROM run WHERE case_file_id = ANY ($1::uuid[]) ORDER BY case_file_id, opened_at, id`);

const ENTRIES = rows<LoggedEntry>({
  ...{ caseFileId: 'uuid', seq: 'integer', kind: 'text', runId: 'uuid?', step: 'text?', enteredBy: 'text' },
  ...{ occurredAt: 'timestamptz', precision: 'text', recordedAt: 'timestamptz', deviations: 'text[]' },
}).from(`
  SELECT e.case_file_id AS "caseFileId", e.seq::int AS seq, e.kind, e.run_id AS "runId", e.step,
         e.occurred_from AS "occurredAt", e.occurred_precision AS precision, e.recorded_at AS "recordedAt",
         e.entered_by AS "enteredBy",
         ARRAY(SELECT d.kind FROM deviation d WHERE d.case_file_id = e.case_file_id AND d.entry_id = e.id ORDER BY d.kind) AS deviations
    FROM journal_entry e WHERE e.case_file_id = ANY ($1::uuid[]) ORDER BY e.case_file_id, e.seq LIMIT $2`);

const FACTS = rows<LoggedFact>({
  ...{ caseFileId: 'uuid', fact: 'text', value: 'text', since: 'timestamptz' },
}).from(`
  SELECT f.case_file_id AS "caseFileId", f.fact, f.value #>> '{}' AS value, e.recorded_at AS since
    FROM case_fact f JOIN journal_entry e ON e.case_file_id = f.case_file_id AND e.seq = f.seq
   WHERE f.case_file_id = ANY ($1::uuid[]) AND f.run_id IS NULL AND jsonb_typeof(f.value) = 'string'
   ORDER BY f.case_file_id, f.fact`);
