/** What says whether an account is open. Days are `YYYY-MM-DD`; `null`: none is set. */
export interface AccountDates {
  readonly isDisabled: boolean;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** Whether an account is open on a day, `YYYY-MM-DD`, of the place where it works: its first and its last day count. */
export const isAccountOpen = ({ isDisabled, startsOn, endsOn }: AccountDates, today: string): boolean =>
  !isDisabled && (startsOn === null || startsOn <= today) && (endsOn === null || today <= endsOn);
