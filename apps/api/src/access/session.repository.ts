import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import type { EntityManager } from 'typeorm';
import type { Account } from '../platform/actor';
import { Refusal } from '../platform/refusal';
import { type BoundRow, CredentialMacs } from '../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../platform/secrecy/credentials/credentials';
import type { Space } from '../platform/spaces';
import type { Device } from './sessions/device';
import { IDLE_UNTIL, IS_OPEN, UNTIL } from './sessions/session-life';
import type { Strength } from './sessions/strength';

const CHALLENGE_MINUTES = 5;

/** When a session ends; times by the clock of the database's machine. */
export interface SessionEnds {
  readonly now: Date;
  readonly idleUntil: Date;
  readonly until: Date;
}

/** A session that is open now. */
export interface OpenSession extends SessionEnds {
  /** Names it in lists; opens nothing. */
  readonly id: string;
  readonly actor: Account;
  readonly strength: Strength;
  /** When its owner last showed that it is them. */
  readonly strengthenedAt: Date;
  /** Key of the provider by which it was opened; `null`: here. */
  readonly provider: string | null;
  /** `null`: nothing was sent with it yet. */
  readonly device: Device | null;
}

/**
 * Sessions by the hash of their token: whoever reads the table can't sign in with it. Each is bound to its account, strength
 * and opening by a MAC: whoever writes into the table can't either.
 */
@Injectable()
export class SessionRepository {
  constructor(private readonly macs: CredentialMacs) {}

  /**
   * A fresh token, 256 bits. What is over goes. The account is held until the transaction ends: disabled at this very moment,
   * it either finds this session or leaves none.
   */
  async open(
    manager: EntityManager,
    space: Space,
    accountId: string,
    strength: Strength = 'password',
    strengthenedAt: Date | null = null,
  ): Promise<string> {
    const [held]: { now: Date }[] = await manager.query(
      `SELECT date_trunc('milliseconds', now()) AS now FROM account WHERE id = $1 FOR SHARE`,
      [accountId],
    );
    if (!held) throw new Refusal('sign-in-failed');
    await manager.query(
      `DELETE FROM session WHERE id IN
         (SELECT id FROM session WHERE last_seen_at < now() - interval '1 hour' OR account_id = $1 AND NOT (${IS_OPEN})
             FOR UPDATE SKIP LOCKED)`,
      [accountId],
    );
    const token = makeToken();
    const session: Bound<'session'> = {
      id: randomUUID(),
      token_hash: hashOf(token),
      account_id: accountId,
      strength,
      strengthened_at: strengthenedAt && strengthenedAt < held.now ? strengthenedAt : held.now,
      created_at: held.now,
      challenge: null,
      challenge_at: null,
    };
    await manager.query(
      `INSERT INTO session (id, token_hash, account_id, strength, strengthened_at, created_at, last_seen_at, mac)
       VALUES ($1, $2, $3, $4, $5, $6, now(), $7)`,
      [
        session.id,
        session.token_hash,
        accountId,
        strength,
        session.strengthened_at,
        session.created_at,
        this.macs.make(space, 'session', session),
      ],
    );
    return token;
  }

  /** Its owner has shown again that it is them: the session goes on under a new token, and the old one opens nothing. */
  async strengthen(manager: EntityManager, space: Space, token: string, strength: Strength): Promise<string> {
    const next = makeToken();
    const before = await this.change(manager, space, token, (now) => ({
      token_hash: hashOf(next),
      strength,
      strengthened_at: now,
    }));
    if (!before) throw new Refusal('unauthenticated');
    await manager.query(`UPDATE provider_session SET session_hash = $2 WHERE session_hash = $1`, [
      hashOf(token),
      hashOf(next),
    ]);
    return next;
  }

  /** The account's sessions that a password alone has opened end: it has a second factor now. */
  async endWeak(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query(`DELETE FROM session WHERE account_id = $1 AND strength = 'password'`, [accountId]);
  }

  /** Keeps what a passkey has to sign next in this session; only the last one counts. */
  async setChallenge(manager: EntityManager, space: Space, token: string, challenge: Buffer): Promise<void> {
    await this.change(manager, space, token, (now) => ({ challenge, challenge_at: now }));
  }

  /** What a passkey had to sign, once; `null`: nothing was asked, or too long ago. */
  async takeChallenge(manager: EntityManager, space: Space, token: string): Promise<Buffer | null> {
    const before = await this.change(manager, space, token, () => ({ challenge: null, challenge_at: null }));
    if (!before?.challenge_at) return null;
    const isInTime = before.now.getTime() - before.challenge_at.getTime() < CHALLENGE_MINUTES * 60_000;
    return isInTime ? before.challenge : null;
  }

  /** Changes a session of ours and binds it anew; as it was, or `null`: there is none. */
  private async change(
    manager: EntityManager,
    space: Space,
    token: string,
    change: (now: Date) => Partial<Bound<'session'>>,
  ): Promise<BoundSession | null> {
    const [row]: BoundSession[] = await manager.query(
      `SELECT ${BOUND}, date_trunc('milliseconds', now()) AS now FROM session WHERE token_hash = $1 FOR UPDATE`,
      [hashOf(token)],
    );
    if (!row || !this.macs.fits(space, 'session', row)) return null;
    const bound: Bound<'session'> = { ...row, ...change(row.now) };
    await manager.query(
      `UPDATE session SET token_hash = $2, strength = $3, strengthened_at = $4, challenge = $5, challenge_at = $6, mac = $7
        WHERE token_hash = $1`,
      [
        hashOf(token),
        bound.token_hash,
        bound.strength,
        bound.strengthened_at,
        bound.challenge,
        bound.challenge_at,
        this.macs.make(space, 'session', bound),
      ],
    );
    return row;
  }

  /**
   * The session of this token with the account as it is at this moment, or `null`: unknown, over, not opened by us, or account
   * disabled or ended. Looking keeps no session alive: pages ask by themselves as well.
   */
  async find(manager: EntityManager, space: Space, token: string): Promise<OpenSession | null> {
    const [row]: SessionRow[] = await manager.query(
      `SELECT a.id, a.name, a.roles, a.language,
              session.id AS session_id, session.strength, session.strengthened_at, session.browser, session.system,
              session.token_hash, session.created_at, session.challenge, session.challenge_at, live_mac(session.mac) AS mac,
              now() AS now, ${IDLE_UNTIL} AS idle_until, ${UNTIL} AS until,
              (SELECT provider FROM provider_session p WHERE p.session_hash = session.token_hash) AS provider,
              coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'territory', t.territory) ORDER BY t.name)
                          FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id), '[]') AS teams
         FROM session JOIN account a ON a.id = session.account_id
        WHERE session.token_hash = $1 AND account_is_open(a) AND ${IS_OPEN}`,
      [hashOf(token)],
    );
    if (!row || !this.macs.fits(space, 'session', { ...row, id: row.session_id, account_id: row.id }))
      return null;
    const { id, name, roles, language, teams, browser, system } = row;
    return {
      id: row.session_id,
      actor: { kind: 'account', id, name, roles, language, teams },
      strength: row.strength,
      strengthenedAt: row.strengthened_at,
      provider: row.provider,
      device: browser && system ? { browser, system } : null,
      now: row.now,
      idleUntil: row.idle_until,
      until: row.until,
    };
  }

  /** Whose open session this token is of; it opens nothing by itself. `null`: nobody's. */
  async accountOf(manager: EntityManager, token: string): Promise<string | null> {
    const [row]: { account_id: string }[] = await manager.query(
      `SELECT a.id AS account_id FROM session JOIN account a ON a.id = session.account_id
        WHERE session.token_hash = $1 AND account_is_open(a) AND ${IS_OPEN}`,
      [hashOf(token)],
    );
    return row?.account_id ?? null;
  }

  /** Somebody is there: it lives on. When it ends now. */
  async touch(manager: EntityManager, id: string): Promise<SessionEnds> {
    await manager.query(`UPDATE session SET last_seen_at = now() WHERE id = $1`, [id]);
    const [row]: Pick<SessionRow, 'now' | 'idle_until' | 'until'>[] = await manager.query(
      `SELECT now() AS now, ${IDLE_UNTIL} AS idle_until, ${UNTIL} AS until FROM session WHERE id = $1`,
      [id],
    );
    if (!row) throw new Refusal('unauthenticated');
    return { now: row.now, idleUntil: row.idle_until, until: row.until };
  }

  /** What it was opened with, said once. */
  async describe(manager: EntityManager, id: string, { browser, system }: Device): Promise<void> {
    await manager.query(
      `UPDATE session SET browser = $2, system = $3 WHERE id IN
         (SELECT id FROM session WHERE id = $1 AND browser IS NULL FOR UPDATE SKIP LOCKED)`,
      [id, browser, system],
    );
  }

  async close(manager: EntityManager, token: string): Promise<void> {
    await manager.query(`DELETE FROM session WHERE token_hash = $1`, [hashOf(token)]);
  }
}

/** A session with what its MAC is over. */
interface BoundSession extends BoundRow<'session'> {
  readonly challenge: Buffer | null;
  readonly challenge_at: Date | null;
  readonly now: Date;
}

const BOUND = `id, token_hash, account_id, strength, strengthened_at, created_at, challenge, challenge_at, live_mac(mac) AS mac`;

interface SessionRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly language: 'fr' | 'en';
  readonly teams: Account['teams'];
  readonly session_id: string;
  readonly token_hash: Buffer;
  readonly created_at: Date;
  readonly challenge: Buffer | null;
  readonly challenge_at: Date | null;
  readonly mac: Buffer | null;
  readonly provider: string | null;
  readonly strength: Strength;
  readonly strengthened_at: Date;
  readonly browser: Device['browser'] | null;
  readonly system: Device['system'] | null;
  readonly now: Date;
  readonly idle_until: Date;
  readonly until: Date;
}

const makeToken = (): string => randomBytes(32).toString('base64url');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
