import { Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { command, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { DECIDES_OVER_OTHERS } from './account-rows.query';

/** An account that is about to be changed. */
export interface LockedAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
  readonly hasPassword: boolean;
  /** Whether it belongs to somebody already: a password, an identity at a provider, or a session, ever. */
  readonly isEntered: boolean;
  readonly isDisabled: boolean;
  /** Last day, `YYYY-MM-DD`. */
  readonly endsOn: string | null;
}

/** Accounts beside what is theirs, each held until the transaction ends. */
@Injectable()
export class LockedAccountsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  lock(id: string): Promise<LockedAccount | null> {
    return LOCK.first(this.unit.manager, [id]);
  }

  /** Whether it holds, or waits for, a role that two people give. */
  async decidesOverOthers(id: string): Promise<boolean> {
    return (await DECIDES.first(this.unit.manager, [id])) !== null;
  }

  /** Two who take each other away at the same moment wait for each other here. */
  async hasOtherAdministrator(without: string): Promise<boolean> {
    await LOCK_ADMINISTRATORS(this.unit.manager);
    return (await OTHER_ADMINISTRATOR.first(this.unit.manager, [without])) !== null;
  }
}

const LOCK = rows<LockedAccount>({
  id: 'uuid',
  login: 'text',
  name: 'text',
  roles: 'text[]',
  hasPassword: 'boolean',
  isDisabled: 'boolean',
  endsOn: 'text?',
  isEntered: 'boolean',
  teamIds: 'uuid[]',
}).from(`
  SELECT a.id, a.login, a.name, a.roles, a.password_hash IS NOT NULL AS "hasPassword", a.disabled_at IS NOT NULL AS "isDisabled",
         a.ends_on::text AS "endsOn",
         a.password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM account_entered WHERE account_id = a.id)
           OR EXISTS (SELECT 1 FROM provider_link WHERE account_id = a.id) AS "isEntered",
         ARRAY(SELECT team_id FROM team_member WHERE account_id = a.id) AS "teamIds"
    FROM account a WHERE a.id = $1 FOR UPDATE`);

const DECIDES = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT a.id FROM account a WHERE a.id = $1 AND ${DECIDES_OVER_OTHERS}`,
);

const LOCK_ADMINISTRATORS = command(`SELECT pg_advisory_xact_lock(hashtext('repere administrators'))`);

const OTHER_ADMINISTRATOR = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT a.id FROM account a WHERE 'administrator' = ANY (a.roles) AND a.id <> $1 AND account_is_open(a) LIMIT 1`,
);
