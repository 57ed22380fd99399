import type { KeyedLimit, RateLimit } from '../../platform/limits/rate-limits';

/** Failures at one thing: the password of a login, the second step of an account, a message of a provider. */
const FAILED: RateLimit = { counted: 'sign-in', most: 5, minutes: 15, startsAnew: true };
/** Of codes: so few digits must not be tried for weeks. Not of passwords: it would lock a colleague out for a day. */
const FAILED_CODES: RateLimit = { ...FAILED, most: 30, minutes: 24 * 60 };
/** Of an address, whatever it tries. */
const FAILED_FROM: RateLimit = { counted: 'sign-in-address', most: 60, minutes: 15 };

/** Limits on a try of whoever comes in; `tried`, `address`: keyed hashes. */
export const limitsOfTry = (tried: Buffer, address: Buffer): readonly KeyedLimit[] => [
  { ...FAILED, key: tried },
  { ...FAILED_FROM, key: address },
];

/** The same for a second step. */
export const limitsOfCode = (tried: Buffer, address: Buffer): readonly KeyedLimit[] => [
  ...limitsOfTry(tried, address),
  { ...FAILED_CODES, key: tried },
];
