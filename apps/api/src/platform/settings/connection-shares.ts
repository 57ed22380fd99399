/** Connections of this process to one PostgreSQL server, by what they are for. One never waits for another of the same kind. */
export interface ConnectionShares {
  /** Of all spaces together. */
  readonly spaces: number;
  /** Of whoever gives events their places and signs, in all spaces together. */
  readonly record: number;
  /** To the address book. */
  readonly book: number;
  /** To the address book, of whoever makes training spaces: what is being made keeps one, what is being dropped another. */
  readonly provisioner: number;
  /** How long a request waits for one. */
  readonly patienceMs: number;
}

/** PostgreSQL takes 100 unless told otherwise, three of them from its superuser alone; some are left to whoever looks after it. */
export const CONNECTIONS = 90;
/** With fewer, what stands behind each other would. */
export const LEAST_CONNECTIONS = 10;

/** How this process divides its part of the connections to a server. Whoever keeps no record leaves that part to requests. */
export function connectionShares({
  all = CONNECTIONS,
  processes = 1,
  keepsRecord = true,
  patienceMs = 5_000,
} = {}): ConnectionShares {
  const own = Math.floor(all / processes);
  const beside = (least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.floor(own / 15)));
  const [book, provisioner] = [beside(2, 4), beside(3, 6)];
  const record = keepsRecord ? Math.max(2, Math.floor(own / 4)) : 2;
  return { spaces: own - book - provisioner - record, record, book, provisioner, patienceMs };
}

export const DEFAULT_SHARES = connectionShares();
