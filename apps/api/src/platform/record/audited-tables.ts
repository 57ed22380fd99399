/** Rows that decide who comes in and who sees what, and the columns of them that events tell of. */
interface AuditedTable {
  /** Primary key. */
  readonly key: readonly string[];
  /** A key that names a case is told as its hash: the case can be erased, the event stays. */
  readonly hidesKey?: true;
  readonly told: readonly string[];
  /** Columns that give no right: clocks, counters, words, MACs. */
  readonly silent: readonly string[];
}

/**
 * Accounts, roles, teams, credentials, and everything that ties an account to cases. A trigger notes each change of a told
 * column; the unit of work puts what was noted into the record, by hash; `fsck` derives every row from that and compares.
 */
export const AUDITED_TABLES = {
  account: {
    key: ['id'],
    told: ['login', 'name', 'roles', 'disabled_at', 'starts_on', 'ends_on', 'password_hash', 'email'],
    silent: ['language', 'created_at', 'password_set_at', 'rights_confirmed_at', 'password_mac', 'email_mac'],
  },
  team: { key: ['id'], told: ['name', 'territory'], silent: ['created_at', 'kind'] },
  team_member: { key: ['team_id', 'account_id'], told: [], silent: ['since'] },
  account_change: {
    key: ['id'],
    told: [
      'account_id',
      'kind',
      'before_roles',
      'roles',
      'email',
      'requested_by',
      'state',
      'decided_by',
      'decided_at',
    ],
    silent: ['words', 'requested_at', 'mac'],
  },
  account_mail: {
    key: ['id'],
    told: ['kind', 'account_id', 'token_hash', 'expires_at', 'ended_at'],
    silent: ['asked', 'email', 'created_at', 'sent_at', 'mac'],
  },
  passkey: {
    key: ['id'],
    told: ['account_id', 'credential_id', 'public_key'],
    silent: ['sign_count', 'transports', 'is_synced', 'name', 'created_at', 'last_used_at', 'mac'],
  },
  totp_factor: {
    key: ['id'],
    told: ['account_id', 'secret', 'key_id', 'confirmed_at'],
    silent: ['last_step', 'created_at', 'mac'],
  },
  recovery_code: {
    key: ['account_id', 'code_hash'],
    told: ['used_at'],
    silent: ['made_at', 'mac'],
  },
  provider_link: {
    key: ['id'],
    told: ['account_id', 'provider', 'issuer', 'subject_token', 'linked_by'],
    silent: ['linked_at', 'mac'],
  },
  provider_invitation: {
    key: ['id'],
    told: ['token_hash', 'account_id', 'provider', 'invited_by', 'invited_at', 'used_at'],
    silent: ['mac'],
  },
  calendar_feed: {
    key: ['id'],
    told: ['account_id', 'token_hash', 'revoked_at'],
    silent: ['made_at', 'fetches', 'fetched_at', 'mac'],
  },
  case_file: {
    key: ['id'],
    hidesKey: true,
    told: ['team_id', 'lead_id'],
    silent: [
      'reference',
      'opened_by',
      'territory',
      'opened_at',
      'seq',
      'changed_at',
      'next_change_at',
      'next_due_at',
      'erased_at',
      'closed_on',
      'data_key_id',
      'child',
    ],
  },
  assignment: {
    key: ['case_file_id', 'account_id', 'since'],
    hidesKey: true,
    told: ['relation', 'classes', 'given_by', 'entry_id', 'sharing_id', 'until_at', 'ended_at'],
    silent: ['team_id'],
  },
  substitution: {
    key: ['id'],
    told: [
      'absent_id',
      'substitute_id',
      'team_ids',
      'named_by',
      'from_at',
      'until_at',
      'ended_at',
      'ended_by',
    ],
    silent: ['named_at'],
  },
  duty: {
    key: ['id'],
    told: ['team_id', 'account_id', 'named_by', 'from_at', 'until_at', 'ended_at', 'ended_by'],
    silent: ['named_at'],
  },
  restriction: {
    key: ['id'],
    told: ['case_file_id', 'circle', 'set_by', 'since', 'ended_at', 'ended_by'],
    silent: ['team_id', 'reason', 'key_id', 'words'],
  },
  recusal: {
    key: ['id'],
    told: ['case_file_id', 'account_id', 'declared_at', 'lifted_at', 'lifted_by'],
    silent: ['team_id', 'key_id', 'words'],
  },
  break_glass: {
    key: ['id'],
    told: [
      'case_file_id',
      'account_id',
      'opened_at',
      'until_at',
      'reviewed_at',
      'reviewed_by',
      'verdict',
      'ended_at',
      'ended_by',
      // By these its review is found, and its reviewer.
      'team_id',
      'review_due_at',
    ],
    silent: ['reason', 'key_id', 'words', 'review'],
  },
  mission: {
    key: ['id'],
    told: ['state', 'team_ids', 'auditor_ids', 'opened_by', 'opened_at', 'closed_by', 'closed_at'],
    silent: [
      'reference',
      'revision',
      'period_from',
      'period_to',
      'protocols',
      'method',
      'size',
      'key_id',
      'content',
      'created_by',
      'created_at',
      'frame',
      'frame_hash',
      'seed',
      'seed_given',
    ],
  },
  mission_case: {
    key: ['mission_id', 'case_file_id'],
    hidesKey: true,
    told: [],
    silent: [
      'team_id',
      'place',
      'alias',
      'score',
      'reasons',
      'revision',
      'key_id',
      'answers',
      'examined_by',
      'examined_at',
    ],
  },
} as const satisfies Readonly<Record<string, AuditedTable>>;

export type AuditedTableName = keyof typeof AUDITED_TABLES;

export const AUDITED_TABLE_NAMES = Object.keys(AUDITED_TABLES) as readonly AuditedTableName[];

/** What an event tells of rows: by table and key the hash of the told columns; `null`: the row went. */
export type ChangedRows = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** A row as it stands: the key by which events tell of it, its own, and the hash of its told columns. */
export interface LiveRow {
  readonly told_key: string;
  readonly key: string;
  readonly digest: string;
}

/**
 * The query of all rows of a table as `LiveRow`, with nothing of the database's own functions: whoever owns it may have changed
 * those. Needs the time zone UTC.
 */
export function liveRowsOf(table: AuditedTableName): string {
  const rows: AuditedTable = AUDITED_TABLES[table];
  const key = rows.key.map((column) => `(to_jsonb(t) ->> '${column}')`).join(` || ' ' || `);
  const told = rows.told.map((column) => `'${column}', to_jsonb(t) -> '${column}'`).join(', ');
  return `SELECT ${rows.hidesKey ? HASH(key) : key} AS told_key, ${key} AS key,
                 ${HASH(`jsonb_strip_nulls(jsonb_build_object(${told}))::text`)} AS digest
            FROM ${table} AS t`;
}

const HASH = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
