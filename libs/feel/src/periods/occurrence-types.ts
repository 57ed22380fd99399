/** Where days are counted: a time zone and its public holidays. Handed in, so that there is no calendar of our own. */
export interface Territory {
  /** Names it in messages. */
  readonly code: string;
  /** IANA zone: `Europe/Paris`, `Indian/Reunion`. */
  readonly zone: string;
  /** Whether this local date, `YYYY-MM-DD`, is a public holiday there. */
  isHoliday(date: string): boolean;
}

/** How long a period is. `at-once` is due at its start and late 24 h after it. */
export type Within =
  | { readonly unit: 'at-once' }
  | { readonly unit: 'end-of-day' }
  | { readonly unit: 'hours' | 'days' | 'working-days' | 'months' | 'years'; readonly count: number };

/** How exactly a moment is known. */
export type Precision = 'minute' | 'day' | 'month' | 'year';

/** When something happened, in epoch milliseconds: between `from` and `to`, both included. Exact when they are equal. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
  readonly estimated?: boolean;
}
