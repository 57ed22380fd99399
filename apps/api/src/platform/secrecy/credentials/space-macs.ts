import { createHmac } from 'node:crypto';
import type { Space } from '../../spaces/spaces';
import type { KeyStore } from '../key-store';

/**
 * HMAC-SHA-256 of what somebody holds of a space, a code or a cookie, under each key of that space that is in force, newest first.
 * `kind`: what it is, so that nothing stands for something else; the space is in it, so that it opens no other.
 */
export function spaceMacs(keys: KeyStore, space: Space, kind: string, held: string): readonly Buffer[] {
  return keys.credentialKeys(space).map(({ key }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, space.id, held]))
      .digest(),
  );
}
