/** What the journal does not hold: it changed since, is shown as it is known now, and is said to be. */
export type KnownNow = 'identity' | 'lead';
