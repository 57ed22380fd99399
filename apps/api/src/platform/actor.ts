import type { AccountRole } from '@repere/access';

/** Work that no person asked for at that moment, by name. Which of them see cases is decided in the database's policies. */
export const SYSTEM_ACTORS = [
  'system:session',
  'system:access',
  'system:refold',
  'system:rebuild',
  'system:duplicates',
  'system:migrate',
  'system:seed',
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

const READS_CASES: readonly AccountRole[] = [
  'caseworker',
  'ase-referent',
  'assessor',
  'supervisor',
  'auditor',
];
const WRITES_CASES: readonly AccountRole[] = ['caseworker', 'ase-referent', 'assessor', 'supervisor'];

/** What the database's policies read from `app.ctx`. Roles without case content get no team there, whatever team they are in. */
export function securityContext(actor: Actor): string {
  if (actor.kind === 'system')
    return JSON.stringify({ account: null, system: actor.id, roles: [], teams: [], writes: true });
  const holds = (roles: readonly AccountRole[]): boolean => actor.roles.some((role) => roles.includes(role));
  return JSON.stringify({
    account: actor.id,
    system: null,
    roles: actor.roles,
    teams: holds(READS_CASES) ? actor.teams.map(({ id }) => id) : [],
    writes: holds(WRITES_CASES),
  });
}
