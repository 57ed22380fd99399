import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { rows } from '../../../../platform/data/statement';
import type { BoundRow } from '../../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../../platform/unit/unit-of-work';

/** A change that takes two, with the MAC that still holds. */
export interface WaitingChange extends BoundRow<'email-change'> {
  readonly id: string;
  readonly account_id: string;
  readonly kind: 'roles' | 'email';
  readonly before_roles: readonly AccountRole[] | null;
  readonly roles: readonly AccountRole[] | null;
  readonly email: Buffer | null;
  readonly mac: Buffer | null;
  readonly requested_by: string;
  readonly state: 'waiting' | 'approved' | 'refused' | 'void';
  /** Whether whoever asked for it still may. */
  readonly stands: boolean;
}

/** Changes that take two, beside whoever asked for them. */
@Injectable()
export class AccountChangesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Held until the transaction ends. */
  lock(id: string): Promise<WaitingChange | null> {
    return LOCK.first(this.unit.manager, [id]);
  }
}

const LOCK = rows<WaitingChange>({
  id: 'uuid',
  account_id: 'uuid',
  kind: 'text',
  before_roles: 'text[]?',
  roles: 'text[]?',
  email: 'bytea?',
  mac: 'bytea?',
  requested_by: 'uuid',
  state: 'text',
  stands: 'boolean',
}).from(`
  SELECT c.id, c.account_id, c.kind, c.before_roles, c.roles, c.email, live_mac(c.mac) AS mac, c.requested_by, c.state,
         EXISTS (SELECT 1 FROM account a WHERE a.id = c.requested_by AND 'administrator' = ANY (a.roles)
                    AND account_is_open(a)) AS stands
    FROM account_change c WHERE c.id = $1 FOR UPDATE`);
