import type { AccountRole } from '@repere/access';
import { type AccountState, GIVEN_BY_TWO } from '@repere/cases';
import type { AccountSummaryDto } from './accounts.dto';

/** `AccountState` of `account a`, by the same day as `account_is_open`. */
export const STATE_OF_ACCOUNT = `
  CASE WHEN a.disabled_at IS NOT NULL THEN 'disabled'
       WHEN a.ends_on < account_today(a) THEN 'ended'
       WHEN a.starts_on > account_today(a) THEN 'not-yet'
       WHEN a.password_hash IS NULL AND NOT EXISTS (SELECT 1 FROM provider_link l WHERE l.account_id = a.id)
            AND (EXISTS (SELECT 1 FROM account_mail m WHERE m.account_id = a.id AND m.kind = 'invitation')
              OR EXISTS (SELECT 1 FROM provider_invitation i WHERE i.account_id = a.id))
         THEN 'invited'
       ELSE 'open' END`;

/** Teams of `account a`, by name. */
export const TEAMS_OF_ACCOUNT = `
  coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.name)
              FROM team_member tm JOIN team t ON t.id = tm.team_id WHERE tm.account_id = a.id), '[]')`;

/** Columns of an `AccountSummary` of `account a`. */
export const SUMMARY_OF_ACCOUNT = `
  a.id, a.login, a.name, a.roles, ${TEAMS_OF_ACCOUNT} AS teams, ${STATE_OF_ACCOUNT} AS state,
  EXISTS (SELECT 1 FROM account_change c WHERE c.account_id = a.id AND c.state = 'waiting') AS waits`;

/** A row of `SUMMARY_OF_ACCOUNT`. */
export interface SummaryRow extends AccountSummaryDto {
  readonly roles: readonly AccountRole[];
  readonly state: AccountState;
}

/** Of an account `a`, in SQL. */
export const DECIDES_OVER_OTHERS = `(a.roles && '{${GIVEN_BY_TWO.join(',')}}'::text[]
  OR EXISTS (SELECT 1 FROM account_change c WHERE c.account_id = a.id AND c.kind = 'roles' AND c.state = 'waiting'))`;
