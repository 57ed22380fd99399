import type { AccountRole } from '@repere/access';
import type { Account, EffectiveScope } from '../../platform/unit/actor';
import { type AnswerColumns, command, rows } from '../../platform/data/statement';
import type { BoundRow } from '../../platform/secrecy/credentials/credential-macs';
import type { Device } from '../sessions/device';
import { IDLE_UNTIL, IS_OPEN, UNTIL } from '../sessions/session-life';
import type { Strength } from '@repere/access';

/** A session with what its MAC is over. */
export interface BoundSession extends BoundRow<'session'> {
  readonly id: string;
  readonly token_hash: Buffer;
  readonly account_id: string;
  readonly strength: Strength;
  readonly strengthened_at: Date;
  readonly created_at: Date;
  readonly challenge: Buffer | null;
  readonly challenge_at: Date | null;
  readonly mac: Buffer | null;
  readonly now: Date;
}

/** A session with its account as it is now. */
export interface SessionRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly language: 'fr' | 'en';
  readonly session_id: string;
  readonly strength: Strength;
  readonly strengthened_at: Date;
  readonly browser: Device['browser'] | null;
  readonly system: Device['system'] | null;
  readonly token_hash: Buffer;
  readonly created_at: Date;
  readonly challenge: Buffer | null;
  readonly challenge_at: Date | null;
  readonly mac: Buffer | null;
  readonly now: Date;
  readonly idle_until: Date;
  readonly until: Date;
  readonly provider: string | null;
  /** `null`, as `effectiveScope`, `lasts_until` and `scope`: what was known holds. */
  readonly teams: Account['teams'] | null;
  /** The name in the record; `null`: none yet. */
  readonly alias: string | null;
  readonly effectiveScope: EffectiveScope | null;
  /** Stands for what everybody reaches, as it is now. */
  readonly mark: string;
  /** By the space's clock: until then time alone changes nothing of what they reach. */
  readonly lasts_until: Date | null;
  /** What policies compare with, as the database's settings hold it. */
  readonly scope: readonly string[] | null;
}

const BOUND: AnswerColumns<BoundSession> = {
  ...{
    id: 'uuid',
    token_hash: 'bytea',
    account_id: 'uuid',
    strength: 'text',
    strengthened_at: 'timestamptz',
  },
  ...{ created_at: 'timestamptz', challenge: 'bytea?', challenge_at: 'timestamptz?', mac: 'bytea?' },
  now: 'timestamptz',
};

/** What sessions ask of the database, before it is known who acts: by its own clock, each in the manager that it is given. */
export const SESSION_SQL = {
  /** The account, held against what would close it, and the moment. `$1`: its id. */
  holdAccount: rows<{ readonly now: Date }>({ now: 'timestamptz' }).from(
    `SELECT date_trunc('milliseconds', now()) AS now FROM account WHERE id = $1 FOR SHARE`,
  ),

  /** What is over goes; `$1`: account whose sessions are looked at more closely. */
  deleteOver: command(`
    DELETE FROM session WHERE id IN
      (SELECT id FROM session WHERE last_seen_at < now() - interval '1 hour' OR account_id = $1 AND NOT (${IS_OPEN})
          FOR UPDATE SKIP LOCKED)`),

  insert: command(`
    INSERT INTO session (id, token_hash, account_id, strength, strengthened_at, created_at, last_seen_at, mac)
    VALUES ($1, $2, $3, $4, $5, $6, now(), $7)`),

  /** `$1`: hash of the token before, `$2`: after. */
  moveOtherEnd: command(`UPDATE provider_session SET session_hash = $2 WHERE session_hash = $1`),

  deleteWeak: command(`DELETE FROM session WHERE account_id = $1 AND strength = 'password'`),

  lock: rows<BoundSession>(BOUND).from(`
    SELECT id, token_hash, account_id, strength, strengthened_at, created_at, challenge, challenge_at, live_mac(mac) AS mac,
           date_trunc('milliseconds', now()) AS now FROM session WHERE token_hash = $1 FOR UPDATE`),

  change: command(`
    UPDATE session SET token_hash = $2, strength = $3, strengthened_at = $4, challenge = $5, challenge_at = $6, mac = $7
     WHERE token_hash = $1`),

  /** What every request asks before anything is done: its session, who that is, what they reach; from here on they act. `$1`: hash of
   * its token, `$2`: the space's clock, `$3`: `CONTEXT_RIGHTS`; what is known of whom, where something is: `$4` the mark at which,
   * `$5` the account, `$6` the context, `$7` what follows from it. */
  enter: rows<SessionRow>({
    id: 'uuid',
    name: 'text',
    roles: 'text[]',
    language: 'text',
    session_id: 'uuid',
    strength: 'text',
    strengthened_at: 'timestamptz',
    browser: 'text?',
    system: 'text?',
    token_hash: 'bytea',
    created_at: 'timestamptz',
    challenge: 'bytea?',
    challenge_at: 'timestamptz?',
    mac: 'bytea?',
    now: 'timestamptz',
    idle_until: 'timestamptz',
    until: 'timestamptz',
    provider: 'text?',
    ...{
      teams: 'jsonb?',
      alias: 'text?',
      effectiveScope: 'jsonb?',
      mark: 'uuid',
      lasts_until: 'timestamptz?',
      scope: 'text[]?',
    },
  }).from(`
    SELECT id, name, roles, language, session_id, strength, strengthened_at, browser, system, token_hash, created_at, challenge,
           challenge_at, mac, now() AS now, ${IDLE_UNTIL} AS idle_until, ${UNTIL} AS until, provider, teams, alias, reach AS "effectiveScope",
           mark, lasts_until, scope
      FROM enter_session($1, $2, $3, $4, $5, $6, $7) AS session WHERE ${IS_OPEN}`),

  accountOf: rows<{ readonly account_id: string }>({ account_id: 'uuid' }).from(`
    SELECT a.id AS account_id FROM session JOIN account a ON a.id = session.account_id
     WHERE session.token_hash = $1 AND account_is_open(a) AND ${IS_OPEN}`),

  touch: command(`UPDATE session SET last_seen_at = now() WHERE id = $1`),

  ends: rows<Pick<SessionRow, 'now' | 'idle_until' | 'until'>>({
    ...{ now: 'timestamptz', idle_until: 'timestamptz', until: 'timestamptz' },
  }).from(`SELECT now() AS now, ${IDLE_UNTIL} AS idle_until, ${UNTIL} AS until FROM session WHERE id = $1`),

  describe: command(`
    UPDATE session SET browser = $2, system = $3 WHERE id IN
      (SELECT id FROM session WHERE id = $1 AND browser IS NULL FOR UPDATE SKIP LOCKED)`),

  close: command(`DELETE FROM session WHERE token_hash = $1`),
} as const;
