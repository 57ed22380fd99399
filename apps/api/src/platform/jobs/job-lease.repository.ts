import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../unit/unit-of-work';
import type { StopCause } from '../sandbox/sandbox-task';
import { type JobHandler, JobLost } from './job-handler';

/** A killed process shows no sign of life: its jobs are taken up after this long. */
const LEASE_SECONDS = 30;
export const SIGN_OF_LIFE_MS = 5_000;
const MOST_ATTEMPTS = 3;
const WAIT_SECONDS = 20;

export interface Lease {
  readonly kind: string;
  readonly subject: string;
  readonly lease: string;
  readonly attempt: number;
}

/** SQL: whether a job may be taken up as far as the space's clock says. */
const IS_DUE = `(due_at IS NULL OR due_at <= app_now())`;
/** SQL: when the next job falls due after `$1`, by the space's clock. */
export const NEXT_DUE_JOB = `(SELECT min(due_at) FROM job WHERE state = 'waiting' AND due_at > $1)`;

/** Who works on which job. Every call is in a unit of work; leases and tries go by the database server's clock. */
@Injectable()
export class JobLeases {
  constructor(private readonly unit: UnitOfWork) {}

  /** The next job of this kind that nobody works on, now in these hands. */
  async takeLease({ kind, tries = MOST_ATTEMPTS, afterDeath }: JobHandler): Promise<Lease | null> {
    // What may have taken its process down with it waits for a person; all else does when it was tried often enough.
    await this.unit.manager.query(
      `UPDATE job SET state = 'stopped', stopped_because = 'worker', lease = NULL, leased_until = NULL, finished_at = now()
        WHERE kind = $1 AND state = 'running' AND leased_until < now() AND (attempts > $2 OR $3)`,
      [kind, tries, afterDeath === 'person'],
    );
    // TypeORM gives [rows, count] for UPDATE … RETURNING.
    const [rows]: [Lease[], number] = await this.unit.manager.query(
      `UPDATE job SET state = 'running', lease = $2, leased_until = now() + make_interval(secs => ${String(LEASE_SECONDS)}),
              attempts = attempts + 1
        WHERE (kind, subject) = (
          SELECT kind, subject FROM job
           WHERE kind = $1 AND (state = 'waiting' AND run_at <= now() AND ${IS_DUE} OR state = 'running' AND leased_until < now())
           ORDER BY greatest(run_at, due_at) LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING kind, subject, lease, attempts AS attempt`,
      [kind, randomUUID()],
    );
    return rows[0] ?? null;
  }

  /** Of which of these kinds is the first job that fell due by the space's clock and that nobody has in hand; `null`: none did. */
  async firstDueKind(kinds: readonly string[]): Promise<string | null> {
    const [row]: { kind: string }[] = await this.unit.manager.query(
      `SELECT kind FROM job WHERE kind = ANY ($1::text[]) AND state = 'waiting' AND run_at <= now() AND due_at <= app_now()
        ORDER BY due_at LIMIT 1`,
      [kinds],
    );
    return row?.kind ?? null;
  }

  /** A sign of life; `false` when the job is no longer in these hands. */
  async live({ kind, subject, lease }: Lease, progress: number): Promise<boolean> {
    const [, count]: [unknown, number] = await this.unit.manager.query(
      `UPDATE job SET leased_until = now() + make_interval(secs => ${String(LEASE_SECONDS)}), progress = greatest(progress, $4)
        WHERE kind = $1 AND subject = $2 AND lease = $3`,
      [kind, subject, lease, progress],
    );
    return count > 0;
  }

  async hold({ kind, subject, lease }: Lease): Promise<void> {
    const held: unknown[] = await this.unit.manager.query(
      `SELECT 1 FROM job WHERE kind = $1 AND subject = $2 AND lease = $3 FOR UPDATE`,
      [kind, subject, lease],
    );
    if (held.length === 0) throw new JobLost();
  }

  async finishJob({ kind, subject, lease }: Lease): Promise<void> {
    const [, count]: [unknown, number] = await this.unit.manager.query(
      `UPDATE job SET state = 'done', progress = 1, lease = NULL, leased_until = NULL, finished_at = now()
        WHERE kind = $1 AND subject = $2 AND lease = $3`,
      [kind, subject, lease],
    );
    if (count === 0) throw new JobLost();
  }

  /** Puts it back for another process at once, as if it had not been tried. */
  async giveBack({ kind, subject, lease }: Lease): Promise<void> {
    await this.unit.manager.query(
      `UPDATE job SET state = 'waiting', lease = NULL, leased_until = NULL, attempts = attempts - 1
        WHERE kind = $1 AND subject = $2 AND lease = $3`,
      [kind, subject, lease],
    );
  }

  /** It went beyond a limit, or killed what worked on it: it waits for a person. */
  async stopJob({ kind, subject, lease }: Lease, because: StopCause): Promise<void> {
    await this.unit.manager.query(
      `UPDATE job SET state = 'stopped', stopped_because = $4, lease = NULL, leased_until = NULL, finished_at = now()
        WHERE kind = $1 AND subject = $2 AND lease = $3`,
      [kind, subject, lease, because],
    );
  }

  /** After a fault: tried again later, a few times. */
  async fail({ kind, subject, lease, attempt }: Lease, tries = MOST_ATTEMPTS): Promise<void> {
    await this.unit.manager.query(
      `UPDATE job SET state = $4, lease = NULL, leased_until = NULL,
              run_at = now() + make_interval(secs => ${String(WAIT_SECONDS)} * attempts),
              finished_at = CASE WHEN $4 = 'failed' THEN now() END
        WHERE kind = $1 AND subject = $2 AND lease = $3`,
      [kind, subject, lease, attempt >= tries ? 'failed' : 'waiting'],
    );
  }
}
