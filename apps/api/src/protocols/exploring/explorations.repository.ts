import { Injectable } from '@nestjs/common';
import type { ExploreReport } from '@repere/protocol-engine';
import type { JobState } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit-of-work';

/** The job that works on an exploration. */
export const EXPLORE = 'protocol.explore';

export interface ExplorationRow {
  readonly id: string;
  /** `null`: of the versions in force. */
  readonly draftId: string | null;
  readonly revision: number | null;
  /** Of everything that is explored together. */
  readonly hash: string;
  readonly finishedAt: Date | null;
  readonly report: ExploreReport | null;
  readonly state: JobState;
  readonly progress: number;
}

/** Explorations that were asked for, and what they found. */
@Injectable()
export class ExplorationsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async find(id: string): Promise<ExplorationRow | null> {
    const [row]: ExplorationRow[] = await this.unit.manager.query(`${SELECT} WHERE e.id = $1`, [id]);
    return row ?? null;
  }

  /** The one of this hash, else the latest, that was not cancelled. */
  async of(draftId: string, hash: string | null): Promise<ExplorationRow | null> {
    const [row]: ExplorationRow[] = await this.unit.manager.query(
      `${SELECT} WHERE e.draft_id = $1 AND j.state <> 'cancelled'
        ORDER BY (e.hash = $2) DESC, e.asked_at DESC, e.id LIMIT 1`,
      [draftId, hash ?? ''],
    );
    return row ?? null;
  }

  /** Whether these versions in force were, or are to be, explored together. */
  async isAskedFor(hash: string): Promise<boolean> {
    const found: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM protocol_exploration WHERE draft_id IS NULL AND hash = $1`,
      [hash],
    );
    return found.length > 0;
  }

  /** Those of a draft that nobody needs any more. */
  async unfinished(draftId: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.unit.manager.query(
      `SELECT id FROM protocol_exploration WHERE draft_id = $1 AND finished_at IS NULL`,
      [draftId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether it was new: of the versions in force there is one for each hash. */
  async add({ id, draftId, revision, hash }: Pick<ExplorationRow, 'id' | 'draftId' | 'revision' | 'hash'>): Promise<boolean> {
    const added: unknown[] = await this.unit.manager.query(
      `INSERT INTO protocol_exploration (id, draft_id, revision, hash, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, draftId, revision, hash, this.unit.actor.id, new Date(this.unit.now())],
    );
    return added.length > 0;
  }

  async finish(id: string, report: ExploreReport): Promise<void> {
    await this.unit.manager.query(
      `UPDATE protocol_exploration SET report = $2, finished_at = $3 WHERE id = $1 AND finished_at IS NULL`,
      [id, report, new Date(this.unit.now())],
    );
  }

  /** Keeps it as what proves the versions that it is about. */
  async prove(id: string, report: ExploreReport, exploredAt: Date): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO protocol_proof (id, subjects, report, explored_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [id, JSON.stringify(report.subjects), report, exploredAt],
    );
  }
}

const SELECT = `
  SELECT e.id, e.draft_id AS "draftId", e.revision, e.hash, e.finished_at AS "finishedAt", e.report, j.state, j.progress
    FROM protocol_exploration e JOIN job j ON j.kind = '${EXPLORE}' AND j.subject = e.id`;
