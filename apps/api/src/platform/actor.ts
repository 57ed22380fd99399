import { type AccountRole, CASE_RIGHTS, type CaseAct, type Relation } from '@repere/access';

/** Work that no person asked for at that moment, by name. Which of them see cases is decided in the database's policies. */
export const SYSTEM_ACTORS = [
  'system:session',
  'system:access',
  'system:record',
  'system:refold',
  'system:rebuild',
  'system:duplicates',
  'system:migrate',
  'system:seed',
  'system:hire',
  'system:explore',
  'system:dry-run',
] as const;
export type SystemActorId = (typeof SYSTEM_ACTORS)[number];

export interface AccountActor {
  readonly kind: 'account';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly territory: string }[];
  readonly language: 'fr' | 'en';
}

export interface SystemActor {
  readonly kind: 'system';
  readonly id: SystemActorId;
}

/** Whoever acts in a unit of work. */
export type Actor = AccountActor | SystemActor;

/**
 * What the database's policies read from `app.ctx`, from the same table of rights as `may`. A role without case content
 * gets no team there, whatever team it is in.
 */
export function securityContext(actor: Actor): string {
  if (actor.kind === 'system')
    return JSON.stringify({
      account: null,
      system: actor.id,
      roles: [],
      teams: [],
      reads: false,
      writes: true,
    });
  const holds = (act: CaseAct, relation?: Relation): boolean =>
    actor.roles.some((role) => {
      const relations: readonly Relation[] = CASE_RIGHTS[role][act];
      return relation ? relations.includes(relation) : relations.length > 0;
    });
  return JSON.stringify({
    account: actor.id,
    system: null,
    roles: actor.roles,
    teams: holds('read', 'team') ? actor.teams.map(({ id }) => id) : [],
    reads: holds('read'),
    writes: holds('write'),
  });
}
