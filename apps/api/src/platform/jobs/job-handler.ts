import type { Space } from '../spaces/spaces';

/** A job in hand. */
export interface JobInHand {
  readonly kind: string;
  readonly subject: string;
  readonly space: Space;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when it was cancelled, taken by another process, or this process stops. */
  readonly signal: AbortSignal;
  /** 0 to 1; written with the next sign of life. */
  progress(fraction: number): void;
  /** In the transaction that keeps the result: ends the job with it, or throws `JobLost` so that nothing is kept. */
  finishJob(): Promise<void>;
  /** In a transaction that keeps a part: throws `JobLost` unless the job is still in these hands. */
  hold(): Promise<void>;
}

/** What is done for one kind of job. It may be killed at any moment and is tried again: what it keeps, it keeps once. */
export interface JobHandler {
  readonly kind: string;
  /** How often it is tried when it fails, with more and more time in between; three times when absent. */
  readonly tries?: number;
  /**
   * Who takes it up when the process that had it in hand is gone: another by itself, or a person. What a person made long may
   * have killed it, and would kill the next.
   */
  readonly afterDeath: 'again' | 'person';
  runJob(job: JobInHand): Promise<void>;
}

/** Somebody else has this job, or nobody may have it any more. */
export class JobLost extends Error {
  constructor() {
    super('the job is in other hands');
  }
}
