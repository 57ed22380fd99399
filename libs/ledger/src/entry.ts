/**
 * One event as the ledger holds it for ever: no personal data, and no id that means something elsewhere. Strings
 * only. Everything else about the event is in its payload, which it commits to.
 */
export interface LedgerEntry {
  /** Version of this form. */
  readonly v: '1';
  /** UUID of the event, lowercase. */
  readonly id: string;
  /** The machine's clock at the server, UTC with milliseconds: `2025-04-02T00:00:00.000Z`. A space's own clock is payload. */
  readonly time: string;
  /** What was done, named by the server: `case.read`, `step.completed`, `sign-in.failed`. */
  readonly type: string;
  readonly outcome: Outcome;
  /** Why, as a code: `care`, `supervision`, `break-glass`. */
  readonly purpose: string;
  /** Random alias of who did it; `system:recompute` for the system's own acts; `anonymous` before sign-in. */
  readonly actor: string;
  /** Random alias of the case or reader whose stream it belongs to; `system:…` for what belongs to neither. */
  readonly stream: string;
  /** Root over the payload's field commitments, 64 hex digits (`commit`). */
  readonly commitment: string;
  /** Ties together the events of one request. */
  readonly correlation: string;
}

/**
 * An entry as it becomes a leaf. `pos` is its place in its stream, 1, 2, 3…, in decimal. Only the sequencer adds it,
 * when it gives the leaf its index, so that writers share no counter; in the canonical form it stands between
 * `outcome` and `purpose`.
 */
export interface SequencedEntry extends LedgerEntry {
  readonly pos: string;
}

export const OUTCOMES = ['done', 'refused', 'failed'] as const;
/** `refused`: by a rule, with reasons in the payload. `failed`: tried and not done. */
export type Outcome = (typeof OUTCOMES)[number];

const ALIAS = '[A-Za-z0-9_-]{16,64}';
const WORDS = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';

/** Not longer than this; told by what follows, so that it holds for a value by itself and for one between quotes. */
const upTo = (letters: number): string => `(?![^"]{${letters + 1}})`;

/** What each value must look like, from its first letter to its last. Together they keep an entry under 700 bytes. */
export const ENTRY_FORMATS: Readonly<Record<keyof SequencedEntry, RegExp>> = {
  v: /^1$/,
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  time: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/,
  type: new RegExp(`^${upTo(64)}${WORDS}(?:\\.${WORDS})*$`),
  outcome: new RegExp(`^(?:${OUTCOMES.join('|')})$`),
  purpose: new RegExp(`^${upTo(64)}${WORDS}$`),
  actor: new RegExp(`^(?:${ALIAS}|system:${upTo(57)}${WORDS}|anonymous)$`),
  stream: new RegExp(`^(?:${ALIAS}|system:${upTo(57)}${WORDS})$`),
  commitment: /^[0-9a-f]{64}$/,
  correlation: /^[A-Za-z0-9_-]{8,64}$/,
  pos: /^[1-9][0-9]{0,15}$/,
};
