/** How long a table's rows are kept, by the name of a rule; the rules themselves are data of the privacy domain. */
export const RETENTION_KEYS = [
  /** As long as the case; gone with its data key and its alias. */
  'case',
  /** What a person works on and has not sent yet. */
  'draft',
  /** As long as the case that it is about, or the audit mission. */
  'audit',
  /** A copy of evidence: days. */
  'copy',
  /** The record: never deleted; erasure takes keys and aliases away. */
  'record',
  /** Accounts, teams, and who belongs to which. */
  'account',
  /** Of a training space alone: gone with it. */
  'space',
  /** Sign-in: minutes to hours. */
  'sign-in',
  /** Answers kept for repetition, limits, jobs: days. */
  'machine',
  /** Protocols, their drafts, proofs and comments. */
  'protocol',
  /** Keys: as long as something opens with them. */
  'key',
] as const;

export type RetentionKey = (typeof RETENTION_KEYS)[number];
