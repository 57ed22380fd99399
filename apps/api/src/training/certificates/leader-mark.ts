import { sha256 } from '../../protocols/hash-of';

/** Stands in a certificate for the account that led, 64 hex digits: it tells two apart, and names neither. */
export const leaderMark = (accountId: string): string => sha256(`repere-certificate-leader ${accountId}`);
