import type { Principal } from '@repere/access';
import type { AccountActor } from './actor';

/** The account as the policy asks about it. */
export const principalOf = ({ id, roles, teams, effectiveScope }: AccountActor): Principal => ({
  id,
  roles,
  teamIds: [...teams.map((team) => team.id), ...effectiveScope.supervisedTeamIds],
  dutyTeamIds: effectiveScope.dutyTeamIds,
  standsInFor: effectiveScope.standsInFor,
});
