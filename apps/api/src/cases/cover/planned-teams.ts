import { may } from '@repere/access';
import type { AccountActor } from '../../platform/unit/actor';
import { principalOf } from '../../platform/unit/principal';

/** Teams whose cover this account plans: its own, not those it supervises for somebody on leave. */
export function plannedTeamIds(account: AccountActor): readonly string[] {
  const principal = principalOf(account);
  return account.teams
    .map(({ id }) => id)
    .filter((teamId) => may(principal, 'plan-cover', { kind: 'team', teamId }).yes);
}
