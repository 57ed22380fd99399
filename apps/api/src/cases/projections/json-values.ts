/** A moment as a projected row has it, ISO 8601. */
export const iso = (at: number): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : iso(at);

/** A bigint, as TypeScript has those of the database. */
export const bigintOrNull = (count: number | null | undefined): string | null =>
  count === null || count === undefined ? null : String(count);
