import {
  type AccountRole,
  type CaseAct,
  mayEver,
  type Relation,
  RELATIONS,
  type StandIn,
} from '@repere/access';

/** Work that no person asked for at that moment, by name. Which of them see cases is decided in the database's policies. */
export const SYSTEM_ACTORS = [
  'system:session',
  'system:access',
  'system:record',
  'system:recompute',
  'system:rebuild',
  'system:duplicates',
  'system:migrate',
  'system:seed',
  'system:hire',
  'system:explore',
  'system:dry-run',
  'system:bundles',
  'system:signer',
] as const;
export type SystemActorId = (typeof SYSTEM_ACTORS)[number];

/** An account as it is at this moment. */
export interface Account {
  readonly kind: 'account';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly territory: string }[];
  readonly language: 'fr' | 'en';
}

/** What an account reaches at this moment beyond its own teams, and what it is barred from. */
export interface EffectiveScope {
  /** Teams for which it is on duty by the rota. */
  readonly dutyTeamIds: readonly string[];
  readonly standsInFor: readonly StandIn[];
  /** Teams of supervisors whom this supervisor stands in for. */
  readonly supervisedTeamIds: readonly string[];
  /** Cases restricted to others, and those of its own conflicts of interest. */
  readonly barredIds: readonly string[];
  /** Cases that it has open in an emergency: they may be read all the same, and nothing of what the bar took is given back. */
  readonly rescuedIds: readonly string[];
  /** Whether it is in the circle of some restricted case; not said: that was not asked. */
  readonly isOfCircle?: boolean;
}

export interface AccountActor extends Account {
  readonly effectiveScope: EffectiveScope;
  /** Its name in the record, where that was read already. */
  readonly alias?: string | null;
}

export interface SystemActor {
  readonly kind: 'system';
  readonly id: SystemActorId;
}

/** The account or system actor of a unit of work. */
export type Actor = AccountActor | SystemActor;

const BY_TEAM = ['supervisor', 'team', 'on-duty'] as const satisfies readonly Relation[];

/** What the policies ask of the rights of these roles. */
export function contextRights(roles: readonly AccountRole[]): {
  readonly relations: readonly Relation[];
  readonly isOfTeams: boolean;
  readonly writes: boolean;
} {
  const holds = (act: CaseAct, relations?: readonly Relation[]): boolean =>
    roles.some((role) => mayEver(role, act, relations));
  return {
    relations: RELATIONS.filter((relation) => holds('read', [relation]) || holds('receive', [relation])),
    isOfTeams: holds('read', BY_TEAM),
    writes: holds('protect'),
  };
}

/**
 * What the database's policies read from `app.ctx`, from the same table of rights as `may`. A role without case content
 * gets no team there, whatever team it is in. `now`: the space's clock, epoch milliseconds.
 */
export function securityContext(actor: Actor, now: number): string {
  const at = new Date(now).toISOString();
  if (actor.kind === 'system')
    return JSON.stringify({
      account: null,
      system: actor.id,
      now: at,
      roles: [],
      relations: [],
      teams: [],
      dutyTeams: [],
      standsInFor: [],
      barred: [],
      rescued: [],
      reads: false,
      writes: true,
      audits: false,
    });
  const { roles, teams, effectiveScope } = actor;
  const { relations, isOfTeams, writes } = contextRights(roles);
  return JSON.stringify({
    account: actor.id,
    system: null,
    now: at,
    roles,
    relations,
    teams: isOfTeams ? [...teams.map(({ id }) => id), ...effectiveScope.supervisedTeamIds] : [],
    dutyTeams: isOfTeams ? effectiveScope.dutyTeamIds : [],
    standsInFor: relations.includes('substitute') ? effectiveScope.standsInFor : [],
    barred: effectiveScope.barredIds,
    rescued: effectiveScope.rescuedIds,
    // As one who works on cases; examining them is a door of its own, and a narrower one.
    reads: relations.some((relation) => relation !== 'mission'),
    writes,
    audits: relations.includes('mission'),
  });
}
