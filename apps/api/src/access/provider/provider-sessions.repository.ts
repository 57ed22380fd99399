import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import type { ProviderIdentity } from './exchange-code';
import { hashTicket } from './provider-flow';
import { ProviderSubjects } from './provider-subjects';
import { rowOf } from '../../platform/data/sealed-row';
import { ProviderSessionEntity } from '../entities/provider/provider-session.entity';

/** A longer one is no hint, and no use. */
const MOST_TOKEN = 16 * 1024;

/** The other end of a session: at which provider, and with what one signs out there. */
export interface OtherEnd {
  readonly provider: string;
  readonly idToken: string;
}

/** Whom a logout token is about: a session there, or everything of a person (OpenID Connect Back-Channel Logout 2.4). */
export interface LoggedOut {
  readonly issuer: string;
  readonly subject: string | null;
  readonly sessionId: string | null;
}

/** Sessions that were opened by a provider. Every call is in a unit of work. */
@Injectable()
export class ProviderSessions {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly subjects: ProviderSubjects,
  ) {}

  /** Notes the other end of a session that was just opened, or of a sign-in that waits for its second step, by its token. */
  async remember(
    { session, pending }: { readonly session?: string; readonly pending?: string },
    accountId: string,
    provider: string,
    { issuer, subject, sessionId, idToken }: ProviderIdentity,
  ): Promise<void> {
    const id = randomUUID();
    await this.unit.manager.query(
      `DELETE FROM provider_session WHERE session_hash IS NULL AND opened_at < now() - interval '1 hour'`,
    );
    const key = await this.secrecy.spaceKey();
    const kept = idToken.length <= MOST_TOKEN ? idToken : '';
    await this.unit.manager.query(
      `INSERT INTO provider_session (id, session_hash, pending_hash, account_id, provider, issuer, subject_token, sid_token, key_id, id_token)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        session === undefined ? null : hashTicket(session),
        pending === undefined ? null : hashTicket(pending),
        accountId,
        provider,
        issuer,
        (await this.subjects.hide(issuer, subject)).token,
        sessionId === null ? null : await this.subjects.sessionToken(issuer, sessionId),
        key.id,
        this.secrecy.seal(key, rowOf(ProviderSessionEntity, { id }), 'idToken', kept),
      ],
    );
  }

  /** The second step is done: the session that it opened has the other end that waited. */
  async adopt(pending: string, session: string): Promise<void> {
    await this.unit.manager.query(
      `UPDATE provider_session SET session_hash = $2, pending_hash = NULL WHERE pending_hash = $1`,
      [hashTicket(pending), hashTicket(session)],
    );
  }

  /** Of the session with this token; `null`: it was opened here. */
  async otherEnd(token: string): Promise<OtherEnd | null> {
    const [row]: { id: string; provider: string; key_id: string; id_token: Buffer }[] =
      await this.unit.manager.query(
        `SELECT id, provider, key_id, id_token FROM provider_session WHERE session_hash = $1`,
        [hashTicket(token)],
      );
    if (!row) return null;
    const key = await this.secrecy.openDataKey(row.key_id);
    return {
      provider: row.provider,
      idToken: this.secrecy.open(
        key,
        rowOf(ProviderSessionEntity, { id: row.id, idToken: row.id_token }),
        'idToken',
      ),
    };
  }

  /** Whether a logout token is heard for the first time. */
  async isNew(issuer: string, jti: string): Promise<boolean> {
    const { manager } = this.unit;
    await manager.query(`DELETE FROM provider_logout WHERE heard_at < now() - interval '1 day'`);
    const heard: unknown[] = await manager.query(
      `INSERT INTO provider_logout (jti_hash) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1`,
      [hashTicket(JSON.stringify([issuer, jti]))],
    );
    return heard.length > 0;
  }

  /** Ends what this account opened by this identity, and what waits for its second step. */
  async endOf(accountId: string, issuer: string): Promise<void> {
    await this.unit.manager.query(
      `WITH ended AS (SELECT session_hash, pending_hash FROM provider_session WHERE account_id = $1 AND issuer = $2),
            waiting AS (DELETE FROM pending_sign_in WHERE token_hash IN (SELECT pending_hash FROM ended))
       DELETE FROM session WHERE token_hash IN (SELECT session_hash FROM ended)`,
      [accountId, issuer],
    );
  }

  /** Ends what the provider ended; ids of the accounts that it was about. */
  async end({ issuer, subject, sessionId }: LoggedOut): Promise<readonly string[]> {
    const ended: { account_id: string }[] = await this.unit.manager.query(
      `WITH ended AS (SELECT session_hash, account_id FROM provider_session
                       WHERE issuer = $1 AND ($2::bytea IS NULL OR subject_token = $2) AND ($3::bytea IS NULL OR sid_token = $3)),
            gone AS (DELETE FROM session WHERE token_hash IN (SELECT session_hash FROM ended))
       SELECT DISTINCT account_id FROM ended`,
      [
        issuer,
        subject === null ? null : (await this.subjects.hide(issuer, subject)).token,
        sessionId === null ? null : await this.subjects.sessionToken(issuer, sessionId),
      ],
    );
    return ended.map((row) => row.account_id);
  }
}
