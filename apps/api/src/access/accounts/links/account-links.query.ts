import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { LinkStateDto } from './account-links.dto';

/** A link with whom it is for, and the MAC that still holds. */
interface LinkRow extends BoundRow<'mail'> {
  readonly kind: LinkStateDto['kind'];
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly language: LinkStateDto['language'];
  readonly id: string;
  readonly account_id: string;
  readonly asked: Buffer | null;
  readonly token_hash: Buffer;
  readonly expires_at: Date;
  readonly mac: Buffer | null;
}

/** Links from mails that hold now. */
@Injectable()
export class AccountLinksQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findLink(tokenHash: Buffer): Promise<LinkRow | null> {
    return FIND.first(this.unit.manager, [tokenHash]);
  }

  /** Whether it held. Of two at the same moment the second waits here, and finds it used. */
  async use(tokenHash: Buffer, accountId: string): Promise<boolean> {
    return (await USE.first(this.unit.manager, [tokenHash, accountId])) !== null;
  }
}

const FIND = rows<LinkRow>({
  kind: 'text',
  account: 'uuid',
  login: 'text',
  name: 'text',
  language: 'text',
  id: 'uuid',
  account_id: 'uuid!',
  asked: 'bytea?',
  token_hash: 'bytea!',
  expires_at: 'timestamptz!',
  mac: 'bytea?',
}).from(`
  SELECT m.kind, a.id AS account, a.login, a.name, a.language,
         m.id, m.account_id, m.asked, m.token_hash, m.expires_at, live_mac(m.mac) AS mac
    FROM account_mail m JOIN account a ON a.id = m.account_id
   WHERE m.token_hash = $1 AND m.ended_at IS NULL AND m.expires_at > now()
     AND a.disabled_at IS NULL AND (m.kind = 'invitation' OR account_is_open(a))
     -- Whoever was invited came in by a provider: the mail is no second key to the same door.
     AND NOT (m.kind = 'invitation' AND EXISTS (SELECT 1 FROM provider_link l WHERE l.account_id = a.id))`);

const USE = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  UPDATE account_mail SET ended_at = now()
   WHERE token_hash = $1 AND account_id = $2 AND ended_at IS NULL AND expires_at > now() RETURNING id`);
