/** A row by which somebody comes in, and what of it is bound to its account. */
interface CredentialRows {
  readonly table: string;
  /** Column that names the row. */
  readonly key: string;
  /** Column of the MAC. */
  readonly mac: string;
  /** Columns that the MAC is over: the account is always among them. */
  readonly bound: readonly string[];
  /** In SQL: which rows still open something. */
  readonly held: string;
}

/**
 * Everything that signs somebody in, or leads there. A row whose MAC does not fit opens nothing, whoever wrote it.
 * What is sealed to its row beside that (address, secret of an authenticator app) stays so.
 */
export const CREDENTIALS = {
  session: {
    table: 'session',
    key: 'id',
    mac: 'mac',
    bound: [
      'id',
      'token_hash',
      'account_id',
      'strength',
      'strengthened_at',
      'created_at',
      'challenge',
      'challenge_at',
    ],
    held: 'true',
  },
  password: {
    table: 'account',
    key: 'id',
    mac: 'password_mac',
    bound: ['id', 'password_hash'],
    held: 'password_hash IS NOT NULL',
  },
  email: {
    table: 'account',
    key: 'id',
    mac: 'email_mac',
    bound: ['id', 'email'],
    held: 'email IS NOT NULL',
  },
  'email-change': {
    table: 'account_change',
    key: 'id',
    mac: 'mac',
    bound: ['id', 'account_id', 'email', 'requested_by'],
    held: `kind = 'email' AND state = 'waiting'`,
  },
  mail: {
    table: 'account_mail',
    key: 'id',
    mac: 'mac',
    bound: ['id', 'kind', 'account_id', 'asked', 'token_hash', 'expires_at'],
    held: 'ended_at IS NULL',
  },
  'one-time-code': {
    table: 'totp_factor',
    key: 'id',
    mac: 'mac',
    bound: ['id', 'account_id', 'secret', 'key_id'],
    held: 'true',
  },
  'recovery-code': {
    table: 'recovery_code',
    key: 'code_hash',
    mac: 'mac',
    bound: ['account_id', 'code_hash'],
    held: 'used_at IS NULL',
  },
  passkey: {
    table: 'passkey',
    key: 'id',
    mac: 'mac',
    bound: ['account_id', 'credential_id', 'public_key'],
    held: 'true',
  },
  'provider-link': {
    table: 'provider_link',
    key: 'id',
    mac: 'mac',
    bound: ['account_id', 'provider', 'issuer', 'subject_token', 'linked_by'],
    held: 'true',
  },
  'provider-invitation': {
    table: 'provider_invitation',
    key: 'id',
    mac: 'mac',
    bound: ['token_hash', 'account_id', 'provider', 'invited_by', 'invited_at'],
    held: 'used_at IS NULL',
  },
  'provider-flow': {
    table: 'provider_flow',
    key: 'state_hash',
    mac: 'mac',
    bound: [
      'state_hash',
      'browser_hash',
      'provider',
      'intent',
      'account_id',
      'invitation_id',
      'issuer',
      'subject_token',
      'begun_at',
    ],
    held: 'true',
  },
  'calendar-feed': {
    table: 'calendar_feed',
    key: 'id',
    mac: 'mac',
    bound: ['id', 'account_id', 'token_hash'],
    held: 'revoked_at IS NULL',
  },
  'pending-sign-in': {
    table: 'pending_sign_in',
    key: 'token_hash',
    mac: 'mac',
    bound: ['token_hash', 'account_id', 'challenge', 'created_at'],
    held: 'true',
  },
} as const satisfies Readonly<Record<string, CredentialRows>>;

export type CredentialKind = keyof typeof CREDENTIALS;

export const CREDENTIAL_KINDS = Object.keys(CREDENTIALS) as readonly CredentialKind[];

/** Values of the bound columns. Times count to the millisecond. */
export type Bound<K extends CredentialKind> = Readonly<
  Record<(typeof CREDENTIALS)[K]['bound'][number], string | Buffer | Date | null>
>;

/** Name of the key in a MAC, in SQL; empty where it is no MAC of ours: whoever writes one must not stop us from reading the others. */
export const keyIdOf = (mac: string): string =>
  `coalesce(substring(CASE WHEN length(${mac}) > 49
                           THEN CASE WHEN length(${mac}) = 49 + get_byte(${mac}, 0)
                                     THEN encode(substring(${mac} FROM 2 FOR get_byte(${mac}, 0)), 'escape') END
                      END FROM '^[A-Za-z0-9_.-]{1,60}$'), '')`;
