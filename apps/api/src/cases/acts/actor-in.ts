import { isEmergencyOnly, isInCharge } from '@repere/access';
import type { Actor } from '@repere/case-engine';
import { engineRoles } from '@repere/cases';
import { principalOf } from '../../platform/unit/principal';
import type { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { LoadedCase } from '../reading/loaded-case';

/** Who acts, as the engine asks it of this case. */
export function actorIn({ row, resource }: LoadedCase, account: UnitOfWork['account']): Actor {
  const principal = principalOf(account);
  return {
    id: account.id,
    roles: engineRoles(account.roles),
    // Nobody leads it yet: whoever of the team takes it up is in charge.
    // So is whoever broke the glass: what they may do is narrowed to what protects before the engine is asked.
    inCharge: row.leadId === null || isInCharge(principal, resource) || isEmergencyOnly(principal, resource),
  };
}
