import type { Asker } from '@repere/access';
import type { AccountActor } from './actor';

/** The account as the policy asks about it. */
export const askerOf = ({ id, roles, teams, reach }: AccountActor): Asker => ({
  id,
  roles,
  teamIds: [...teams.map((team) => team.id), ...reach.supervisedTeamIds],
  dutyTeamIds: reach.dutyTeamIds,
  standsInFor: reach.standsInFor,
});
