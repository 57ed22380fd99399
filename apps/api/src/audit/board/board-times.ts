/** What is due within so many days is soon. */
export const SOON_DAYS = 7;

/** Attempts and incidents are counted over so many days back. */
export const LOOKBACK_DAYS = 90;

const DAY = 86_400_000;

/** What a figure is asked with. */
export interface BoardScope {
  readonly teamId: string;
  /** The space's clock, epoch milliseconds. */
  readonly now: number;
  /** Steps whose doing protects, `protocol/step`. */
  readonly protectiveActs: readonly string[];
}

/** The same as parameters `$1` to `$5`: team, now, end of soon, start of looking back, protective acts. */
export const parametersOf = ({ teamId, now, protectiveActs }: BoardScope): readonly unknown[] => [
  teamId,
  new Date(now),
  new Date(now + SOON_DAYS * DAY),
  new Date(now - LOOKBACK_DAYS * DAY),
  protectiveActs,
];
