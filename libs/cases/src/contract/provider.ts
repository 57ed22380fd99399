import type { Words } from './problem';

/** An OpenID Connect provider that one may sign in with (in `About`). */
export interface Provider {
  /** Stands in addresses. */
  readonly key: string;
  readonly label: Words;
}

/** A provider, and whether one's own account is linked to an identity there (`GET /provider-links` → `{items}`). */
export interface ProviderLink {
  readonly provider: string;
  readonly label: Words;
  /** `null`: not linked. ISO 8601. */
  readonly linkedAt: string | null;
  /** By an administrator's invitation, not by its owner from within. */
  readonly invited: boolean;
}

/** Why somebody who comes back from a provider did not come in: a word that stands in the page's address. */
export type FlowNews =
  | 'over'
  | 'cancelled'
  | 'unreachable'
  | 'not-trusted'
  | 'no-account'
  | 'closed'
  | 'too-weak'
  | 'taken'
  | 'linked-already'
  | 'invitation-over'
  | 'too-many';
