import { Injectable } from '@nestjs/common';
import type { JobState } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit-of-work';
import { DRY_RUN, type DryRunRow, type KeptTrial, NO_TALLIES } from './dry-run-row';

export interface TrialRow {
  readonly runId: string;
  readonly caseFileId: string;
  readonly reference: string;
  readonly trial: KeptTrial;
  readonly movedAt: Date | null;
}

/** Dry runs and what they found. Trials are shown by the policies of the cases that they are about. */
@Injectable()
export class DryRunsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async add(
    asked: Pick<DryRunRow, 'id' | 'protocol' | 'toVersion' | 'draftId' | 'document' | 'hash'>,
  ): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO protocol_dry_run (id, protocol, to_version, draft_id, document, hash, asked_by, asked_at, counts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        asked.id,
        asked.protocol,
        asked.toVersion,
        asked.draftId,
        asked.document,
        asked.hash,
        this.unit.account.id,
        new Date(this.unit.now()),
        NO_TALLIES,
      ],
    );
  }

  async find(id: string): Promise<(DryRunRow & { readonly state: JobState }) | null> {
    const [row]: (DryRunRow & { readonly state: JobState })[] = await this.unit.manager.query(
      `${SELECT} WHERE d.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The latest, newest first. */
  latest(): Promise<readonly (DryRunRow & { readonly state: JobState })[]> {
    return this.unit.manager.query(`${SELECT} ORDER BY d.asked_at DESC, d.id LIMIT 30`);
  }

  async begin(id: string, total: number): Promise<void> {
    await this.unit.manager.query(`UPDATE protocol_dry_run SET total = $2 WHERE id = $1`, [id, total]);
  }

  /** A batch is kept together with how far it got: after a kill the next begins behind it. */
  async keep(
    id: string,
    kept: Pick<DryRunRow, 'done' | 'lastRunId' | 'counts'>,
    trials: readonly (Pick<TrialRow, 'runId' | 'caseFileId' | 'trial'> & { readonly teamId: string })[],
  ): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO dry_run_trial (dry_run_id, run_id, case_file_id, team_id, trial)
       SELECT $1, n."runId", n."caseFileId", n."teamId", n.trial
         FROM jsonb_to_recordset($2::jsonb) AS n ("runId" uuid, "caseFileId" uuid, "teamId" uuid, trial jsonb)`,
      [id, JSON.stringify(trials)],
    );
    await this.unit.manager.query(
      `UPDATE protocol_dry_run SET done = $2, total = greatest(total, $2), last_run_id = $3, counts = $4 WHERE id = $1`,
      [id, kept.done, kept.lastRunId, kept.counts],
    );
  }

  async finish(id: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_dry_run SET finished_at = $2, total = done WHERE id = $1`,
      [id, new Date(this.unit.now())],
    );
  }

  /**
   * Runs that would change, of cases that the reader sees, after this one. `teamIds`: whose cases that may be as one of the
   * team. The policies say the same; alone they would walk past everybody's to find the reader's few.
   */
  trials(
    id: string,
    teamIds: readonly string[],
    after: string | null,
    limit: number | null,
  ): Promise<readonly TrialRow[]> {
    return this.unit.manager.query(
      `WITH seen AS (
         SELECT run_id FROM dry_run_trial WHERE dry_run_id = $1 AND team_id = ANY ($4::uuid[])
         UNION
         SELECT run_id FROM dry_run_trial WHERE dry_run_id = $1 AND case_file_id = ANY (ARRAY(SELECT app_own_cases())))
       SELECT t.run_id AS "runId", t.case_file_id AS "caseFileId", c.reference, t.trial,
              (SELECT max(j.recorded_at) FROM journal_entry j
                WHERE j.case_file_id = t.case_file_id AND j.run_id = t.run_id AND j.kind = 'run-moved'
                  AND j.recorded_at >= d.asked_at) AS "movedAt"
         FROM (SELECT run_id FROM seen WHERE $2::uuid IS NULL OR run_id > $2::uuid ORDER BY run_id LIMIT $3) s
         JOIN dry_run_trial t ON t.dry_run_id = $1 AND t.run_id = s.run_id
         JOIN case_file c ON c.id = t.case_file_id JOIN protocol_dry_run d ON d.id = t.dry_run_id
        ORDER BY t.run_id`,
      [id, after, limit, teamIds],
    );
  }
}

const SELECT = `
  SELECT d.id, d.protocol, d.to_version AS "toVersion", d.draft_id AS "draftId", d.document, d.hash, d.asked_at AS "askedAt",
         d.finished_at AS "finishedAt", d.total, d.done, d.last_run_id AS "lastRunId", d.counts, j.state
    FROM protocol_dry_run d JOIN job j ON j.kind = '${DRY_RUN}' AND j.subject = d.id`;
