import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AccountActor, securityContext } from '../../platform/unit/actor';
import { CONTEXT_RIGHTS } from '../../platform/unit/enter';
import { Refusal } from '../../platform/refusals/refusal';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../../platform/secrecy/credentials/credentials';
import type { Space } from '../../platform/spaces/spaces';
import { type KeptScope, KeptScopes } from './kept-scopes';
import { type BoundSession, SESSION_SQL, type SessionRow } from './session.query';
import type { Device } from '../sessions/device';
import type { Strength } from '@repere/access';

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
  readonly actor: AccountActor;
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
  private readonly scopes = new KeptScopes();

  constructor(private readonly macs: CredentialMacs) {}

  /**
   * A fresh token, 256 bits. What is over goes. The account is held until the transaction ends: disabled at this very moment,
   * it either finds this session or leaves none.
   */
  async openSession(
    manager: EntityManager,
    space: Space,
    accountId: string,
    strength: Strength = 'password',
    strengthenedAt: Date | null = null,
  ): Promise<string> {
    const held = await SESSION_SQL.holdAccount.first(manager, [accountId]);
    if (!held) throw new Refusal('sign-in-failed');
    await SESSION_SQL.deleteOver(manager, [accountId]);
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
    await SESSION_SQL.insert(manager, [
      ...[session.id, session.token_hash, accountId, strength, session.strengthened_at, session.created_at],
      this.macs.makeMac(space, 'session', session),
    ]);
    return token;
  }

  /** Its owner has shown again that it is them: the session goes on under a new token, and the old one opens nothing. */
  async strengthen(manager: EntityManager, space: Space, token: string, strength: Strength): Promise<string> {
    const next = makeToken();
    const before = await this.changeSession(manager, space, token, (now) => ({
      token_hash: hashOf(next),
      strength,
      strengthened_at: now,
    }));
    if (!before) throw new Refusal('unauthenticated');
    await SESSION_SQL.moveOtherEnd(manager, [hashOf(token), hashOf(next)]);
    return next;
  }

  /** The account's sessions that a password alone has opened end: it has a second factor now. */
  endWeak(manager: EntityManager, accountId: string): Promise<void> {
    return SESSION_SQL.deleteWeak(manager, [accountId]);
  }

  /** Keeps what a passkey has to sign next in this session; only the last one counts. */
  async setChallenge(manager: EntityManager, space: Space, token: string, challenge: Buffer): Promise<void> {
    await this.changeSession(manager, space, token, (now) => ({ challenge, challenge_at: now }));
  }

  /** What a passkey had to sign, once; `null`: nothing was asked, or too long ago. */
  async takeChallenge(manager: EntityManager, space: Space, token: string): Promise<Buffer | null> {
    const before = await this.changeSession(manager, space, token, () => ({
      challenge: null,
      challenge_at: null,
    }));
    if (!before?.challenge_at) return null;
    const isInTime = before.now.getTime() - before.challenge_at.getTime() < CHALLENGE_MINUTES * 60_000;
    return isInTime ? before.challenge : null;
  }

  /** Changes a session of ours and binds it anew; as it was, or `null`: there is none. */
  private async changeSession(
    manager: EntityManager,
    space: Space,
    token: string,
    change: (now: Date) => Partial<Bound<'session'>>,
  ): Promise<BoundSession | null> {
    const row = await SESSION_SQL.lock.first(manager, [hashOf(token)]);
    if (!row || !this.macs.fits(space, 'session', row)) return null;
    const bound: Bound<'session'> = { ...row, ...change(row.now) };
    await SESSION_SQL.change(manager, [
      ...[hashOf(token), bound.token_hash, bound.strength, bound.strengthened_at],
      ...[bound.challenge, bound.challenge_at, this.macs.makeMac(space, 'session', bound)],
    ]);
    return row;
  }

  /**
   * The session of this token with the account as it is at this moment, or `null`: unknown, over, not opened by us, or account
   * disabled or ended. The account acts from here on, so that `null` must end the transaction. Looking keeps no session alive:
   * pages ask by themselves as well.
   */
  async enterSession(
    manager: EntityManager,
    space: Space,
    token: string,
    now: number,
  ): Promise<OpenSession | null> {
    const hash = hashOf(token);
    const kept = this.scopes.findScope(space, hash, now);
    const row = await SESSION_SQL.enter.first(manager, [
      ...[hash, new Date(now).toISOString(), CONTEXT_RIGHTS],
      ...(kept
        ? [kept.mark, kept.actor.id, securityContext(kept.actor, now), kept.scope]
        : [null, null, null, null]),
    ]);
    if (!row || !this.macs.fits(space, 'session', { ...row, id: row.session_id, account_id: row.id })) {
      this.scopes.forget(space, hash);
      return null;
    }
    const { browser, system } = row;
    return {
      id: row.session_id,
      actor: this.actorOf(space, hash, row, now, kept),
      strength: row.strength,
      strengthenedAt: row.strengthened_at,
      provider: row.provider,
      device: browser && system ? { browser, system } : null,
      now: row.now,
      idleUntil: row.idle_until,
      until: row.until,
    };
  }

  /** What was found of the account is kept for its next requests; where nothing was, what was known holds. */
  private actorOf(
    space: Space,
    hash: Buffer,
    row: SessionRow,
    now: number,
    kept: KeptScope | null,
  ): AccountActor {
    const { id, name, roles, language, teams, effectiveScope, alias, mark, scope, lasts_until: until } = row;
    if (teams && effectiveScope && until && scope) {
      const actor = { kind: 'account', id, name, roles, language, teams, effectiveScope, alias } as const;
      this.scopes.keepScope(space, hash, { mark, actor, scope, from: now, until: until.getTime() });
      return actor;
    }
    if (kept?.mark !== mark || kept.actor.id !== id) throw new Error('no reach');
    return { ...kept.actor, name, language };
  }

  /** Whose open session this token is of; it opens nothing by itself. `null`: nobody's. */
  async accountOf(manager: EntityManager, token: string): Promise<string | null> {
    const row = await SESSION_SQL.accountOf.first(manager, [hashOf(token)]);
    return row?.account_id ?? null;
  }

  /** Somebody is there: it lives on. When it ends now. */
  async touch(manager: EntityManager, id: string): Promise<SessionEnds> {
    await SESSION_SQL.touch(manager, [id]);
    const row = await SESSION_SQL.ends.first(manager, [id]);
    if (!row) throw new Refusal('unauthenticated');
    return { now: row.now, idleUntil: row.idle_until, until: row.until };
  }

  /** What it was opened with, said once. */
  describe(manager: EntityManager, id: string, { browser, system }: Device): Promise<void> {
    return SESSION_SQL.describe(manager, [id, browser, system]);
  }

  closeSession(manager: EntityManager, token: string): Promise<void> {
    return SESSION_SQL.close(manager, [hashOf(token)]);
  }
}

const makeToken = (): string => randomBytes(32).toString('base64url');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
