/** What a task finds around it, in whatever process it runs. */
export interface SandboxSurroundings {
  /** Folder `protocols/`. */
  readonly protocolsDir: string;
}

/**
 * Work that a person can make long: it runs in a process of its own, with limits of time and memory, without keys and without
 * the address of the database. Input and output are plain data; the same input gives the same output.
 */
export interface SandboxTask<I, O> {
  readonly name: string;
  /**
   * Tasks of one lane wait for each other; each lane has its process. `protocols`: somebody waits at a page for it; `trials`: many cases or
   * lessons are gone through, which may take a while.
   */
  readonly lane: 'protocols' | 'trials' | 'papers' | 'files';
  /** Processor time, not the clock's: how busy the machine is changes no result. */
  readonly mostMs: number;
  perform(input: I, surroundings: SandboxSurroundings): O | Promise<O>;
}

/** Why work was ended before its end. */
export const STOP_CAUSES = ['time', 'memory', 'steps', 'crash'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

/** The work did not come to its end within its limits. Nothing is known of its result. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';

  constructor(
    readonly limit: StopCause,
    task: string,
  ) {
    super(`${task} was stopped: ${limit}`);
  }
}

export interface SandboxQuestion {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

export type SandboxAnswer = { readonly id: number } & (
  { readonly output: unknown } | { readonly stopped: StopCause } | { readonly fault: string }
);
