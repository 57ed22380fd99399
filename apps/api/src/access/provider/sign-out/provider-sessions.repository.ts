import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UnitRepository } from '../../../platform/data/unit-repository';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import type { ProviderIdentity } from '../flow/exchange-code';
import { hashTicket } from '../flow/provider-flow';
import { ProviderLogoutEntity } from '../../entities/provider/provider-logout.entity';
import { ProviderSessionsQuery } from './provider-sessions.query';
import { ProviderSubjects } from '../links/provider-subjects';
import { rowOf } from '../../../platform/data/sealed-row';
import { ProviderSessionEntity } from '../../entities/provider/provider-session.entity';

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
    @InjectRepository(ProviderSessionEntity) private readonly sessions: Repository<ProviderSessionEntity>,
    @InjectRepository(ProviderLogoutEntity) private readonly heard: UnitRepository<ProviderLogoutEntity>,
    private readonly query: ProviderSessionsQuery,
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
    await this.query.deleteUnfinished();
    const key = await this.secrecy.spaceKey();
    const kept = idToken.length <= MOST_TOKEN ? idToken : '';
    await this.sessions.insert({
      ...{ id, accountId, provider, issuer, keyId: key.id },
      sessionHash: session === undefined ? null : hashTicket(session),
      pendingHash: pending === undefined ? null : hashTicket(pending),
      subjectToken: (await this.subjects.hide(issuer, subject)).token,
      sidToken: sessionId === null ? null : await this.subjects.sessionToken(issuer, sessionId),
      idToken: this.secrecy.seal(key, rowOf(ProviderSessionEntity, { id }), 'idToken', kept),
    });
  }

  /** The second step is done: the session that it opened has the other end that waited. */
  async adopt(pending: string, session: string): Promise<void> {
    await this.sessions.update(
      { pendingHash: hashTicket(pending) },
      { sessionHash: hashTicket(session), pendingHash: null },
    );
  }

  /** Of the session with this token; `null`: it was opened here. */
  async otherEnd(token: string): Promise<OtherEnd | null> {
    const row = await this.sessions.findOneBy({ sessionHash: hashTicket(token) });
    if (!row) return null;
    const key = await this.secrecy.openDataKey(row.keyId);
    return { provider: row.provider, idToken: this.secrecy.openColumn(key, row, 'idToken') };
  }

  /** Whether a logout token is heard for the first time. */
  async isNew(issuer: string, jti: string): Promise<boolean> {
    await this.query.deleteHeard();
    return this.heard.insertNew({ jtiHash: hashTicket(JSON.stringify([issuer, jti])) });
  }

  /** Ends what this account opened by this identity, and what waits for its second step. */
  endOf(accountId: string, issuer: string): Promise<void> {
    return this.query.endOf(accountId, issuer);
  }

  /** Ends what the provider ended; ids of the accounts that it was about. */
  async endSessions({ issuer, subject, sessionId }: LoggedOut): Promise<readonly string[]> {
    return this.query.endSessions(
      issuer,
      subject === null ? null : (await this.subjects.hide(issuer, subject)).token,
      sessionId === null ? null : await this.subjects.sessionToken(issuer, sessionId),
    );
  }
}
