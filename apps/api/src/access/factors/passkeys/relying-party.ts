import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import type { Configuration } from '../../../platform/settings/configuration';
import type { Space } from '../../../platform/spaces/spaces';

/** Who asks for a passkey (WebAuthn §4, Relying Party): passkeys of one host are worth nothing at another. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** From the configured address, never from a header of the request; `null`: not said, or a bare IP address, which has no passkeys. */
export function relyingPartyOf({
  publicUrl,
  production,
  port,
}: Pick<Configuration, 'publicUrl' | 'production' | 'port'>): RelyingParty | null {
  const address = publicUrl ?? (production ? null : `http://localhost:${port}`);
  if (address === null) return null;
  const { hostname, origin } = new URL(address);
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { id: hostname, origin } : null;
}

/** What a passkey keeps of the account (WebAuthn `user.id`): tells nothing, and is another one in each space. */
export const userHandleOf = (space: Space, accountId: string): Buffer =>
  createHash('sha256').update(`${space.id}\0${accountId}`).digest();
