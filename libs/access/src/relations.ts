import type { AccountRole } from './account-role';
import type { FieldClass } from './field-class';

/** A relation of an account to a case. One may hold several; the first that gives the right counts. */
export const RELATIONS = [
  'lead',
  'assigned',
  'substitute',
  'supervisor',
  'team',
  'on-duty',
  'second-opinion',
  'approver',
  'partner',
  'mission',
  'break-glass',
  'break-glass-restricted',
  'none',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations that are given to one person for one case, with a start and often an end. */
export const GRANTED_RELATIONS = [
  'assigned',
  'second-opinion',
  'approver',
  'partner',
  'break-glass',
] as const;
export type GrantedRelation = (typeof GRANTED_RELATIONS)[number];

/** A relation that was given to this person and holds now. */
export interface CaseGrant {
  readonly accountId: string;
  readonly relation: GrantedRelation;
  /** `approver`: the one journal entry that they are asked to approve. */
  readonly entryId?: string | null;
  /** `partner`: the classes of fields that the referral carries; nothing else is seen. */
  readonly classes?: readonly FieldClass[] | null;
  /** `partner`: which referral, by its line in the register of sharing. */
  readonly sharingId?: string | null;
  /** When it ends by itself; ISO 8601. */
  readonly until?: string | null;
}

/** Somebody on leave whom one stands in for, and the teams whose cases that carries. */
export interface StandIn {
  readonly accountId: string;
  readonly teamIds: readonly string[];
}

/** Who asks: the account with its roles and what it reaches at this moment. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly AccountRole[];
  /** Own teams, and those of a supervisor whom this supervisor stands in for. */
  readonly teamIds: readonly string[];
  /** Teams for which the account is on duty by the rota. */
  readonly dutyTeamIds?: readonly string[];
  readonly standsInFor?: readonly StandIn[];
}

/** A case, by the relations of people to it. */
export interface CaseGrants {
  readonly teamId: string;
  readonly leadId: string | null;
  readonly grants: readonly CaseGrant[];
  /** Open missions in which whoever asks examines this case; none when absent. */
  readonly missionIds?: readonly string[];
  /** The only people for whom a restricted case is there; `null`: it is not restricted. */
  readonly circle?: readonly string[] | null;
  /** Who declared a conflict of interest. */
  readonly recusedIds?: readonly string[];
}

/** Why a case is not there for somebody who has a relation to it. */
export type Exclusion = 'conflict' | 'restricted';

/** What bars this account from the case, or `null`; no relation holds then. */
export function exclusionOf(
  principal: Principal,
  { recusedIds = [], circle = null }: CaseGrants,
): Exclusion | null {
  if (recusedIds.includes(principal.id)) return 'conflict';
  return circle !== null && !circle.includes(principal.id) ? 'restricted' : null;
}

/**
 * The relations of this account to the case; `none` alone when nothing does, or when something bars it. Breaking the glass passes the bar of a
 * circle, never one's own conflict, and gives nothing back of what the bar took.
 */
export function relationsTo(principal: Principal, file: CaseGrants): readonly Relation[] {
  const exclusion = exclusionOf(principal, file);
  const brokeGlass = file.grants.some((it) => it.accountId === principal.id && it.relation === 'break-glass');
  if (exclusion === 'restricted' && brokeGlass) return ['break-glass-restricted'];
  if (exclusion) return ['none'];
  const { teamIds, dutyTeamIds = [], standsInFor = [] } = principal;
  const standsIn = (id: string | null): boolean =>
    standsInFor.some(({ accountId, teamIds: carried }) => accountId === id && carried.includes(file.teamId));
  const relations = new Set<Relation>();
  if (file.leadId === principal.id) relations.add('lead');
  for (const { accountId, relation } of file.grants) {
    if (accountId === principal.id) relations.add(relation);
    if (relation === 'assigned' && standsIn(accountId)) relations.add('substitute');
  }
  if (standsIn(file.leadId)) relations.add('substitute');
  if (teamIds.includes(file.teamId)) {
    relations.add('team');
    if (principal.roles.includes('supervisor')) relations.add('supervisor');
  }
  if (dutyTeamIds.includes(file.teamId)) relations.add('on-duty');
  if ((file.missionIds ?? []).length > 0) relations.add('mission');
  return relations.size > 0 ? RELATIONS.filter((it) => relations.has(it)) : ['none'];
}

/** Whether an emergency access to a case that a circle closes is the account's only relation to it. */
export const isOutOfCircle = (principal: Principal, file: CaseGrants): boolean =>
  relationsTo(principal, file).every((it) => it === 'break-glass-restricted');

/** Whether an emergency access is the account's only relation to the case. */
export const isEmergencyOnly = (principal: Principal, file: CaseGrants): boolean =>
  relationsTo(principal, file).every((it) => EMERGENCY.includes(it));

const EMERGENCY: readonly Relation[] = ['break-glass', 'break-glass-restricted'];

/** Whether the account works on the case itself: what the protocols call the worker in charge. */
export const isInCharge = (principal: Principal, file: CaseGrants): boolean =>
  relationsTo(principal, file).some((it) => IN_CHARGE.some((one) => one === it));

/** Relations by which somebody is. */
export const IN_CHARGE = ['lead', 'assigned', 'substitute', 'on-duty'] as const satisfies readonly Relation[];
