import { ACCOUNT_ACTS } from './account-acts';
import { AUDIT_ACTS } from './audit-acts';
import { CASE_ACTS } from './case-acts';
import { JOURNAL_ACTS } from './journal-acts';
import type { NamedAct } from './named-act';
import { PRIVACY_ACTS } from './privacy-acts';
import { PROTOCOL_ACTS } from './protocol-acts';
import { RELATION_ACTS } from './relation-acts';
import { TRAINING_ACTS } from './training-acts';
import { UPKEEP_ACTS } from './upkeep-acts';

const ACTS = {
  ...ACCOUNT_ACTS,
  ...AUDIT_ACTS,
  ...CASE_ACTS,
  ...JOURNAL_ACTS,
  ...PRIVACY_ACTS,
  ...PROTOCOL_ACTS,
  ...RELATION_ACTS,
  ...TRAINING_ACTS,
  ...UPKEEP_ACTS,
} as const;

/** Every act that the record knows by name. What is recorded under another name does not compile. */
export type ActName = keyof typeof ACTS;

/** Each act in words, and how it saw a case. */
export const ACT_WORDS: Readonly<Record<ActName, NamedAct>> = ACTS;

/** Whether this version of Repère records acts under this name. */
export const isActName = (name: string): name is ActName => Object.hasOwn(ACTS, name);
