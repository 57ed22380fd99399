import { may } from '@repere/access';
import type { AccountActor } from '../../platform/actor';
import { askerOf } from '../../platform/asker';

/** Teams whose cover this account plans: its own, not those it supervises for somebody on leave. */
export function plannedTeamIds(account: AccountActor): readonly string[] {
  const asker = askerOf(account);
  return account.teams
    .map(({ id }) => id)
    .filter((teamId) => may(asker, 'plan-cover', { kind: 'team', teamId }).yes);
}
