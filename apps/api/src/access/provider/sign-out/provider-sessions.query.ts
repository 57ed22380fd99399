import { Injectable } from '@nestjs/common';
import { command, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

/** Queries about the other ends of sessions that take several tables, or the database server's clock. */
@Injectable()
export class ProviderSessionsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Sign-ins that nobody finished. */
  deleteUnfinished(): Promise<void> {
    return DELETE_UNFINISHED(this.unit.manager);
  }

  /** Logout tokens that are too old to be heard again. */
  deleteHeard(): Promise<void> {
    return DELETE_HEARD(this.unit.manager);
  }

  /** Ends what this account opened by this identity, and what waits for its second step. */
  endOf(accountId: string, issuer: string): Promise<void> {
    return END_OF_ACCOUNT(this.unit.manager, [accountId, issuer]);
  }

  /** Ends what the provider ended; ids of the accounts that it was about. */
  async endSessions(
    issuer: string,
    subject: Buffer | null,
    session: Buffer | null,
  ): Promise<readonly string[]> {
    const ended = await END.readRows(this.unit.manager, [issuer, subject, session]);
    return ended.map((row) => row.account_id);
  }
}

const DELETE_UNFINISHED = command(
  `DELETE FROM provider_session WHERE session_hash IS NULL AND opened_at < now() - interval '1 hour'`,
);

const DELETE_HEARD = command(`DELETE FROM provider_logout WHERE heard_at < now() - interval '1 day'`);

const END_OF_ACCOUNT = command(`
  WITH ended AS (SELECT session_hash, pending_hash FROM provider_session WHERE account_id = $1 AND issuer = $2),
       waiting AS (DELETE FROM pending_sign_in WHERE token_hash IN (SELECT pending_hash FROM ended))
  DELETE FROM session WHERE token_hash IN (SELECT session_hash FROM ended)`);

const END = rows<{ readonly account_id: string }>({ account_id: 'uuid' }).from(`
  WITH ended AS (SELECT session_hash, account_id FROM provider_session
                  WHERE issuer = $1 AND ($2::bytea IS NULL OR subject_token = $2) AND ($3::bytea IS NULL OR sid_token = $3)),
       gone AS (DELETE FROM session WHERE token_hash IN (SELECT session_hash FROM ended))
  SELECT DISTINCT account_id FROM ended`);
