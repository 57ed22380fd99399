import type { FieldClass } from './field-class';
import {
  type Principal,
  exclusionOf,
  type CaseGrant,
  type CaseGrants,
  type Relation,
  relationsTo,
} from './relations';
import {
  type Act,
  CASE_ACTS,
  type CaseAct,
  mayEver,
  rightsOf,
  SERVICE_ACTS,
  SERVICE_RIGHTS,
  type ServiceAct,
  TEAM_ACTS,
  TEAM_RIGHTS,
  type TeamAct,
  REDACTED_CLASSES,
} from './rights';
import { orAsk } from './who-may';
import type { Text } from './words';

/** A case that is asked for. `fieldClass`: one class of its fields. */
export interface CaseResource extends CaseGrants {
  readonly kind: 'case-file';
  readonly fieldClass?: FieldClass;
  /** `approve`: of this journal entry; whoever was asked to approve one act approves no other. */
  readonly entryId?: string;
  /** `receive`: by this referral; whoever received one of several sees by it what it carries, and nothing of the others. */
  readonly referralId?: string;
}

/** What is asked for. */
export type Resource =
  CaseResource | { readonly kind: 'team'; readonly teamId: string } | { readonly kind: 'service' };

/** Why not: a code for programs and words for the screen. */
export interface RightsReason {
  readonly code: 'role' | 'relation' | 'field-class' | 'conflict' | 'restricted' | 'no-such-act';
  readonly text: Text;
}

/** `by`: the relation that gives the right with a case. */
export type Verdict =
  { readonly yes: true; readonly by?: Relation } | { readonly yes: false; readonly reason: RightsReason };

/** Whether this account may do this, by the tables of `rights.ts`: yes when one of its roles may, no by default. */
export function may(principal: Principal, act: Act, resource: Resource): Verdict {
  switch (resource.kind) {
    case 'case-file':
      return isCaseAct(act) ? mayWithCase(principal, act, resource) : no('no-such-act', act);
    case 'team':
      return isTeamAct(act) ? mayInTeam(principal, act, resource.teamId) : no('no-such-act', act);
    case 'service':
      return isServiceAct(act)
        ? verdict(
            principal.roles.some((role) => includes(SERVICE_RIGHTS[role], act)),
            'role',
            act,
          )
        : no('no-such-act', act);
  }
}

/** Those of the account's teams in which it may do this. */
export const teamsWhere = (principal: Principal, act: TeamAct): readonly string[] =>
  principal.teamIds.filter((teamId) => mayInTeam(principal, act, teamId).yes);

function mayWithCase(principal: Principal, act: CaseAct, resource: CaseResource): Verdict {
  if (!principal.roles.some((role) => mayEver(role, act))) return no('role', act);
  const exclusion = exclusionOf(principal, resource);
  const giving = relationsTo(principal, resource).filter(
    (relation) =>
      principal.roles.some((role) => rightsOf(role, relation).includes(act)) &&
      (relation !== 'approver' || act !== 'approve' || isAskedToApprove(principal, resource)) &&
      (relation !== 'partner' || referredTo(principal, resource).length > 0),
  );
  const [first] = giving;
  if (first === undefined) return no(exclusion ?? 'relation', act);
  const { fieldClass } = resource;
  if (fieldClass === undefined) return { yes: true, by: first };
  const by = giving.find((relation) => shows(principal, relation, fieldClass, resource));
  return by === undefined ? no('field-class', act) : { yes: true, by };
}

const isAskedToApprove = (principal: Principal, { grants, entryId }: CaseResource): boolean =>
  grants.some(
    (it) =>
      entryId !== undefined &&
      it.accountId === principal.id &&
      it.relation === 'approver' &&
      it.entryId === entryId,
  );

/** What was referred to them; where one referral is asked for, that one. */
const referredTo = (principal: Principal, { grants, referralId }: CaseResource): readonly CaseGrant[] =>
  grants.filter(
    ({ accountId, relation, sharingId }) =>
      accountId === principal.id &&
      relation === 'partner' &&
      (referralId === undefined || sharingId === referralId),
  );

function shows(
  principal: Principal,
  relation: Relation,
  fieldClass: FieldClass,
  resource: CaseResource,
): boolean {
  if (includes(REDACTED_CLASSES[relation], fieldClass)) return false;
  return (
    relation !== 'partner' ||
    referredTo(principal, resource).some(({ classes }) => (classes ?? []).includes(fieldClass))
  );
}

function mayInTeam(principal: Principal, act: TeamAct, teamId: string): Verdict {
  if (!principal.roles.some((role) => includes(TEAM_RIGHTS[role], act))) return no('role', act);
  return verdict(principal.teamIds.includes(teamId), 'relation', act);
}

const REASONS = {
  role: { fr: 'Votre rôle ne le permet pas.', en: 'Your role does not allow it.' },
  relation: { fr: 'Ce dossier ne vous est pas confié.', en: 'This case is not entrusted to you.' },
  'field-class': {
    fr: 'Cette information ne vous est pas ouverte. Demandez à votre responsable.',
    en: 'This information is not open to you. Ask your supervisor.',
  },
  conflict: {
    fr: 'Vous avez déclaré un conflit d’intérêts pour ce dossier.',
    en: 'You declared a conflict of interest in this case.',
  },
  restricted: {
    fr: 'Ce dossier est réservé à un cercle de personnes nommées.',
    en: 'This case is restricted to a circle of named people.',
  },
  'no-such-act': { fr: 'Cette action n’existe pas ici.', en: 'There is no such action here.' },
} as const satisfies Record<RightsReason['code'], RightsReason['text']>;

/** Of what stands in the way of everybody of that role or relation, whoever may do it is said with it. */
const OTHERS_MAY: Readonly<Record<RightsReason['code'], boolean>> = {
  role: true,
  relation: true,
  'field-class': false,
  conflict: false,
  restricted: false,
  'no-such-act': false,
};

const no = (code: RightsReason['code'], act: Act): Verdict => ({
  yes: false,
  reason: { code, text: OTHERS_MAY[code] ? orAsk(REASONS[code], act) : REASONS[code] },
});
const verdict = (yes: boolean, otherwise: RightsReason['code'], act: Act): Verdict =>
  yes ? { yes: true } : no(otherwise, act);

/** Why somebody who may do none of these anywhere is refused, with who may. */
export const mayNowhere = (...acts: readonly Act[]): RightsReason => ({
  code: 'role',
  text: orAsk(REASONS.role, ...acts),
});

/** Why somebody is refused what tells a class of fields that is closed to them. */
export const CLOSED_FIELD: RightsReason = { code: 'field-class', text: REASONS['field-class'] };

const includes = <T>(list: readonly T[], item: T): boolean => list.includes(item);
const isCaseAct = (act: Act): act is CaseAct => (CASE_ACTS as readonly Act[]).includes(act);
const isTeamAct = (act: Act): act is TeamAct => (TEAM_ACTS as readonly Act[]).includes(act);
const isServiceAct = (act: Act): act is ServiceAct => (SERVICE_ACTS as readonly Act[]).includes(act);
