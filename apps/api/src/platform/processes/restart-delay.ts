const FIRST_MS = 250;
const MOST_MS = 30_000;
/** Whoever answered for so long has started well: its end is the first one again. */
const WELL_MS = 5_000;

/** How long to wait before a process is started once more: twice as long each time that it ends soon after. */
export class RestartDelay {
  private ends = 0;

  /** `readyForMs`: how long it had been ready when it ended; `null`: it never was. */
  next(readyForMs: number | null): number {
    if (readyForMs !== null && readyForMs >= WELL_MS) this.ends = 0;
    return Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(this.ends++, 10));
  }
}
