import { timingSafeEqual } from 'node:crypto';
import { blindToken } from './sealed';

/** The keyed hash of nothing: by it a key of the blind index is recognised. */
export const checkTokenOf = (key: Buffer): Buffer => blindToken(key, 'check', '');

/** Whether this is the key that made the token. */
export const isIndexKey = (key: Buffer, token: Buffer): boolean => {
  const own = checkTokenOf(key);
  return own.length === token.length && timingSafeEqual(own, token);
};
