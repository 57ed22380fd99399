/** A space's clock beside the machine's; a training space may stand at another time, or still. */
export interface SpaceClock {
  readonly clockOffsetMs: number;
  readonly fixedNow: number | null;
}

/**
 * The machine's clock, epoch milliseconds: what sessions, tokens, limits, jobs and the record go by. In SQL it is the database
 * server's, `now()`.
 */
export const machineNow = (): number => Date.now();

/** The space's clock, epoch milliseconds: what is done in cases, and what falls due. In a unit of work it is `unit.now()`. */
export const spaceNow = ({ fixedNow, clockOffsetMs }: SpaceClock): number =>
  fixedNow ?? machineNow() + clockOffsetMs;

/** When the machine's clock shows what the space's clock shows then; `null`: never, as long as nobody moves it. */
export function machineTime({ fixedNow, clockOffsetMs }: SpaceClock, at: Date): Date | null {
  if (fixedNow === null) return new Date(at.getTime() - clockOffsetMs);
  return at.getTime() <= fixedNow ? new Date(machineNow()) : null;
}
