import { Injectable } from '@nestjs/common';
import type { JobState } from '../../platform/jobs/jobs';
import { type AnswerColumns, command, rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { DRY_RUN, type DryRunRow, type KeptTrial } from './dry-run-row';

/** A dry run with how far its job is. */
export type DryRunAndState = DryRunRow & { readonly state: JobState };

export interface TrialRow {
  readonly runId: string;
  readonly caseFileId: string;
  readonly reference: string;
  readonly trial: KeptTrial;
  readonly movedAt: Date | null;
}

/** Dry runs beside their jobs, and their trials beside the cases that they are about. */
@Injectable()
export class DryRunsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findDryRun(id: string): Promise<DryRunAndState | null> {
    return FIND.first(this.unit.manager, [id]);
  }

  /** The latest, newest first. */
  latest(): Promise<readonly DryRunAndState[]> {
    return LATEST.readRows(this.unit.manager);
  }

  /** A whole batch at once. */
  insertTrials(
    id: string,
    trials: readonly (Pick<TrialRow, 'runId' | 'caseFileId' | 'trial'> & { readonly teamId: string })[],
  ): Promise<void> {
    return INSERT_TRIALS(this.unit.manager, [id, JSON.stringify(trials)]);
  }

  keepProgress(
    id: string,
    { done, lastRunId, counts }: Pick<DryRunRow, 'done' | 'lastRunId' | 'counts'>,
  ): Promise<void> {
    return KEEP(this.unit.manager, [id, done, lastRunId, counts]);
  }

  trials(
    id: string,
    teamIds: readonly string[],
    after: string | null,
    limit: number | null,
  ): Promise<readonly TrialRow[]> {
    return TRIALS.readRows(this.unit.manager, [id, after, limit, teamIds]);
  }
}

const SELECT = `
  SELECT d.id, d.protocol, d.to_version AS "toVersion", d.draft_id AS "draftId", d.document, d.hash, d.asked_at AS "askedAt",
         d.finished_at AS "finishedAt", d.total, d.done, d.last_run_id AS "lastRunId", d.counts, j.state
    FROM protocol_dry_run d JOIN job j ON j.kind = '${DRY_RUN}' AND j.subject = d.id`;

const RUN: AnswerColumns<DryRunAndState> = {
  ...{ id: 'uuid', protocol: 'text', toVersion: 'text', draftId: 'uuid?', document: 'jsonb', hash: 'text' },
  ...{ askedAt: 'timestamptz', finishedAt: 'timestamptz?', total: 'integer', done: 'integer' },
  ...{ lastRunId: 'uuid?', counts: 'jsonb', state: 'text' },
};

const FIND = rows<DryRunAndState>(RUN).from(`${SELECT} WHERE d.id = $1`);

const LATEST = rows<DryRunAndState>(RUN).from(`${SELECT} ORDER BY d.asked_at DESC, d.id LIMIT 30`);

const INSERT_TRIALS = command(`
  INSERT INTO dry_run_trial (dry_run_id, run_id, case_file_id, team_id, trial)
  SELECT $1, n."runId", n."caseFileId", n."teamId", n.trial
    FROM jsonb_to_recordset($2::jsonb) AS n ("runId" uuid, "caseFileId" uuid, "teamId" uuid, trial jsonb)`);

const KEEP = command(
  `UPDATE protocol_dry_run SET done = $2, total = greatest(total, $2), last_run_id = $3, counts = $4 WHERE id = $1`,
);

const TRIALS = rows<TrialRow>({
  ...{ runId: 'uuid', caseFileId: 'uuid', reference: 'text', trial: 'jsonb', movedAt: 'timestamptz?' },
}).from(`
  WITH seen AS (
    SELECT run_id FROM dry_run_trial WHERE dry_run_id = $1 AND team_id = ANY ($4::uuid[])
    UNION
    SELECT run_id FROM dry_run_trial WHERE dry_run_id = $1 AND case_file_id = ANY ((SELECT app_cases_elsewhere_array())::uuid[]))
  SELECT t.run_id AS "runId", t.case_file_id AS "caseFileId", c.reference, t.trial,
         (SELECT max(j.recorded_at) FROM journal_entry j
           WHERE j.case_file_id = t.case_file_id AND j.run_id = t.run_id AND j.kind = 'run-moved'
             AND j.recorded_at >= d.asked_at) AS "movedAt"
    FROM (SELECT run_id FROM seen WHERE $2::uuid IS NULL OR run_id > $2::uuid ORDER BY run_id LIMIT $3) s
    JOIN dry_run_trial t ON t.dry_run_id = $1 AND t.run_id = s.run_id
    JOIN case_file c ON c.id = t.case_file_id JOIN protocol_dry_run d ON d.id = t.dry_run_id
   ORDER BY t.run_id`);
