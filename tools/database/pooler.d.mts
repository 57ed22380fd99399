export interface RunningPooler {
  /** The same URL, through the pooler. */
  through(url: string): string;
  /** Ends it by this signal and starts it again, at the same port. */
  restart(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<void>;
  stop(): Promise<void>;
}

export function startPooler(options: {
  readonly program: string;
  readonly urls: readonly string[];
}): Promise<RunningPooler>;
