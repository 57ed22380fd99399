import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../unit/unit-of-work';
import { machineNow, machineTime } from '../clocks';

/** `stopped`: it killed its worker or went beyond its limits, and waits for a person. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled', 'stopped'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How far a job is. */
export interface JobStatus {
  readonly state: JobState;
  /** 0 to 1. */
  readonly progress: number;
}

/** States in which a job that is asked for again begins anew. */
const ANEW: readonly JobState[] = ['failed', 'cancelled', 'stopped'];

/** Work that goes on by itself, asked for in the transaction of what causes it: it exists exactly if that was committed. */
@Injectable()
export class Jobs {
  constructor(private readonly unit: UnitOfWork) {}

  /** Once for each subject; asking again changes nothing unless it had failed, was cancelled, or was stopped: only a person asks then. `at`: not before; machine time. */
  addJob(kind: string, subject: string, at: Date | null = null): Promise<void> {
    return this.insertJob(kind, subject, { at }, ANEW);
  }

  /** The same, at a moment of the space: it comes when the space's clock is there, however that is moved. */
  addDue(kind: string, subject: string, dueAt: Date): Promise<void> {
    return this.insertJob(kind, subject, { dueAt }, ANEW);
  }

  /** Once more where it is done: what causes it came again. */
  addAgain(kind: string, subject: string): Promise<void> {
    return this.insertJob(kind, subject, {}, ['done', ...ANEW]);
  }

  /** `anew`: in which states one that is there begins anew. */
  private async insertJob(
    kind: string,
    subject: string,
    { at = null, dueAt = null }: { readonly at?: Date | null; readonly dueAt?: Date | null },
    anew: readonly JobState[],
  ): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO job (kind, subject, run_at, due_at) VALUES ($1, $2, coalesce($3, now()), $4)
       ON CONFLICT (kind, subject) DO UPDATE
          SET state = 'waiting', progress = 0, attempts = 0, run_at = now(), due_at = excluded.due_at, finished_at = NULL,
              stopped_because = NULL
        WHERE job.state = ANY ($5::text[])`,
      [kind, subject, at, dueAt, anew],
    );
    const wakesAt = dueAt ? machineTime(this.unit.space, dueAt) : (at ?? new Date(machineNow()));
    if (wakesAt) this.unit.wakes(wakesAt);
  }

  /** Cancels jobs that wait or run: a worker stops at the next sign of life. */
  async cancel(kind: string, subjects: readonly string[]): Promise<void> {
    await this.unit.manager.query(
      `UPDATE job SET state = 'cancelled', lease = NULL, leased_until = NULL, finished_at = now()
        WHERE kind = $1 AND subject = ANY ($2::uuid[]) AND state IN ('waiting', 'running')`,
      [kind, subjects],
    );
  }

  async standing(kind: string, subject: string): Promise<JobStatus | null> {
    const [row]: JobStatus[] = await this.unit.manager.query(
      `SELECT state, progress FROM job WHERE kind = $1 AND subject = $2`,
      [kind, subject],
    );
    return row ?? null;
  }
}
