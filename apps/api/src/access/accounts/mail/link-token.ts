import { createHash, randomBytes } from 'node:crypto';
import type { Configuration } from '../../../platform/settings/configuration';
import type { Space } from '../../../platform/spaces/spaces';

/** What a link in a mail ends with: 256 random bits. Stored as SHA-256 only. */
export const makeLinkToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. */
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 43 signs of base64url. */
export const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The whole link to a page: its beginning from the configuration, never from a request. The secret stands behind `#`: browsers send that
 * to nobody, and no log holds it.
 */
export function linkTo(
  page: 'lien' | 'reponse' | 'reponse-orientation',
  token: string,
  { publicUrl }: Pick<Configuration, 'publicUrl'>,
  space: Pick<Space, 'key'>,
): string {
  if (publicUrl === null) throw new Error('REPERE_PUBLIC_URL is missing: a link would lead nowhere');
  return `${publicUrl}${space.key === null ? '' : `/s/${space.key}`}/${page}#${token}`;
}
