import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import type { EntityManager } from 'typeorm';
import type { AccountActor } from '../platform/actor';

export const IDLE_MINUTES = 15;
export const ABSOLUTE_HOURS = 8;
/** How often activity is written down: a page's requests in parallel need not queue for one row. */
const TOUCH_SECONDS = 30;

/** A session that is open now; times by the machine's clock. */
export interface OpenSession {
  readonly actor: AccountActor;
  readonly idleUntil: Date;
  readonly until: Date;
}

/** Sessions by the hash of their token: whoever reads the table can't sign in with it. */
@Injectable()
export class SessionRepository {
  /** A fresh token, 256 bits; the account's expired sessions go. */
  async open(manager: EntityManager, accountId: string): Promise<string> {
    await manager.query(`DELETE FROM session WHERE account_id = $1 AND NOT (${OPEN})`, [accountId]);
    const token = randomBytes(32).toString('base64url');
    await manager.query(`INSERT INTO session (token_hash, account_id) VALUES ($1, $2)`, [
      hashOf(token),
      accountId,
    ]);
    return token;
  }

  /** The session of this token with the account as it is at this moment, or `null`: unknown, expired, or account disabled. */
  async find(manager: EntityManager, token: string): Promise<OpenSession | null> {
    const [row]: SessionRow[] = await manager.query(
      `WITH touched AS (
         UPDATE session SET last_seen_at = now() WHERE token_hash IN (
           SELECT token_hash FROM session
            WHERE token_hash = $1 AND last_seen_at < now() - make_interval(secs => ${TOUCH_SECONDS}) AND ${OPEN}
            FOR UPDATE SKIP LOCKED))
       SELECT a.id, a.name, a.roles, a.language,
              CASE WHEN session.last_seen_at < now() - make_interval(secs => ${TOUCH_SECONDS}) THEN now() ELSE session.last_seen_at END
                + make_interval(mins => ${IDLE_MINUTES}) AS idle_until,
              session.created_at + make_interval(hours => ${ABSOLUTE_HOURS}) AS until,
              coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'territory', t.territory) ORDER BY t.name)
                          FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.account_id = a.id), '[]') AS teams
         FROM session JOIN account a ON a.id = session.account_id
        WHERE session.token_hash = $1 AND a.disabled_at IS NULL AND ${OPEN}`,
      [hashOf(token)],
    );
    if (!row) return null;
    const { id, name, roles, language, teams } = row;
    return {
      actor: { kind: 'account', id, name, roles, language, teams },
      idleUntil: row.idle_until,
      until: row.until,
    };
  }

  async close(manager: EntityManager, token: string): Promise<void> {
    await manager.query(`DELETE FROM session WHERE token_hash = $1`, [hashOf(token)]);
  }
}

const OPEN = `last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})
          AND session.created_at > now() - make_interval(hours => ${ABSOLUTE_HOURS})`;

interface SessionRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly language: 'fr' | 'en';
  readonly teams: AccountActor['teams'];
  readonly idle_until: Date;
  readonly until: Date;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
