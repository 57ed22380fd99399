import { keyedHash } from '../../platform/data/column-class';

/** Binds a row to its account, and to what it opens. */
export const ACCOUNT_MAC = keyedHash('the account and what it comes in with');
