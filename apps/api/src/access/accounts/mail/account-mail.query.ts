import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { MailKind } from './mail-kinds';

/** A mail that waits, with the MAC that still holds. */
export interface AskedMail extends BoundRow<'mail'> {
  readonly id: string;
  readonly kind: MailKind;
  readonly account_id: string | null;
  readonly asked: Buffer | null;
  readonly about: string | null;
  /** Where it goes in place of the account's address. */
  readonly email: Buffer | null;
  readonly created_at: Date;
  readonly token_hash: Buffer | null;
  readonly expires_at: Date | null;
  readonly mac: Buffer | null;
  readonly now: Date;
}

interface RecipientRow {
  readonly id: string;
  readonly language: 'fr' | 'en';
  readonly hasPassword: boolean;
}

/** How an account comes in that has no password. */
interface WaysRow {
  readonly issuers: readonly string[];
  readonly hasPasskey: boolean;
}

/** Mails that wait, beside the accounts that they go to. */
@Injectable()
export class AccountMailQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Held until the transaction ends. */
  lockWaiting(id: string): Promise<AskedMail | null> {
    return LOCK_WAITING.first(this.unit.manager, [id]);
  }

  /**
   * Whether a mail of this kind to this account is still to be sent; `by`: no later than then; `about`: of this thing, `null` of none. It
   * waits for this transaction: one that is being made meanwhile was asked about before, and is none.
   */
  async waits(accountId: string, kind: MailKind, by: Date | null, about: string | null): Promise<boolean> {
    return (await WAITS.first(this.unit.manager, [accountId, kind, by, about])) !== null;
  }

  /** `login`: where the account is not known; `hasAddress`: the mail brings its own. */
  recipient(
    accountId: string | null,
    login: string | null,
    kind: MailKind,
    hasAddress: boolean,
  ): Promise<RecipientRow | null> {
    return RECIPIENT.first(this.unit.manager, [accountId, login, kind, hasAddress]);
  }

  waysIn(accountId: string): Promise<WaysRow | null> {
    return WAYS.first(this.unit.manager, [accountId]);
  }
}

const LOCK_WAITING = rows<AskedMail>({
  id: 'uuid',
  kind: 'text',
  account_id: 'uuid?',
  asked: 'bytea?',
  about: 'uuid?',
  email: 'bytea?',
  created_at: 'timestamptz',
  token_hash: 'bytea?',
  expires_at: 'timestamptz?',
  mac: 'bytea?',
  now: 'timestamptz',
}).from(`
  SELECT id, kind, account_id, asked, about, email, created_at, token_hash, expires_at, live_mac(mac) AS mac,
         date_trunc('milliseconds', now()) AS now
    FROM account_mail WHERE id = $1 AND ended_at IS NULL AND sent_at IS NULL FOR UPDATE`);

const WAITS = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT m.id FROM account_mail m JOIN job j ON j.kind = 'account.mail' AND j.subject = m.id AND j.state IN ('waiting','running')
   WHERE m.account_id = $1 AND m.kind = $2 AND m.sent_at IS NULL AND m.ended_at IS NULL
     AND m.about IS NOT DISTINCT FROM $4::uuid
     AND ($3::timestamptz IS NULL OR j.run_at <= $3) LIMIT 1 FOR KEY SHARE OF m SKIP LOCKED`);

const RECIPIENT = rows<RecipientRow>({ id: 'uuid', language: 'text', hasPassword: 'boolean' }).from(`
  SELECT id, language, password_hash IS NOT NULL AS "hasPassword" FROM account a
   WHERE (a.id = $1 OR a.login = $2) AND (a.email IS NOT NULL OR $4)
     AND (account_is_open(a) OR $3 = 'invitation' AND a.disabled_at IS NULL)`);

const WAYS = rows<WaysRow>({ issuers: 'text[]', hasPasskey: 'boolean' }).from(`
  SELECT ARRAY(SELECT issuer FROM provider_link WHERE account_id = $1) AS issuers,
         EXISTS (SELECT 1 FROM passkey WHERE account_id = $1) AS "hasPasskey"`);
