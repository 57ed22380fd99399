import type { AccountRole } from './account-role';
import type { FieldClass } from './field-class';
import {
  type Act,
  CASE_ACTS,
  CASE_RIGHTS,
  type CaseAct,
  type Relation,
  SERVICE_ACTS,
  SERVICE_RIGHTS,
  type ServiceAct,
  TEAM_ACTS,
  TEAM_RIGHTS,
  type TeamAct,
  WITHHELD_CLASSES,
} from './rights';

/** Who asks: the account with its roles and teams as they are now. */
export interface Asker {
  readonly id: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
}

/** What is asked for. `fieldClass`: one class of fields of that case. */
export type Resource =
  | {
      readonly kind: 'case-file';
      readonly teamId: string;
      readonly leadId: string | null;
      readonly assignedIds: readonly string[];
      readonly fieldClass?: FieldClass;
    }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'service' };

/** Why not: a code for programs and words for the screen. */
export interface RightsReason {
  readonly code: 'role' | 'relation' | 'field-class' | 'no-such-act';
  readonly text: { readonly fr: string; readonly en: string };
}

export type Verdict = { readonly yes: true } | { readonly yes: false; readonly reason: RightsReason };

/** Whether this account may do this, by the tables of `rights.ts`: yes when one of its roles may, no by default. */
export function may(asker: Asker, act: Act, resource: Resource): Verdict {
  switch (resource.kind) {
    case 'case-file':
      return isCaseAct(act) ? mayWithCase(asker, act, resource) : no('no-such-act');
    case 'team':
      return isTeamAct(act) ? mayInTeam(asker, act, resource.teamId) : no('no-such-act');
    case 'service':
      return isServiceAct(act)
        ? verdict(
            asker.roles.some((role) => includes(SERVICE_RIGHTS[role], act)),
            'role',
          )
        : no('no-such-act');
  }
}

/** What ties this account to the case; `none` alone when nothing does. */
export function relationsTo(
  asker: Asker,
  caseFile: {
    readonly teamId: string;
    readonly leadId: string | null;
    readonly assignedIds: readonly string[];
  },
): readonly Relation[] {
  const relations: Relation[] = [];
  if (caseFile.leadId === asker.id) relations.push('lead');
  if (caseFile.assignedIds.includes(asker.id)) relations.push('assigned');
  if (asker.teamIds.includes(caseFile.teamId)) relations.push('team');
  return relations.length > 0 ? relations : ['none'];
}

function mayWithCase(
  asker: Asker,
  act: CaseAct,
  resource: Extract<Resource, { kind: 'case-file' }>,
): Verdict {
  const relations = relationsTo(asker, resource);
  const able = asker.roles.filter((role) => CASE_RIGHTS[role][act].length > 0);
  if (able.length === 0) return no('role');
  const related = able.filter((role) =>
    relations.some((relation) => includes(CASE_RIGHTS[role][act], relation)),
  );
  if (related.length === 0) return no('relation');
  const { fieldClass } = resource;
  if (fieldClass === undefined) return { yes: true };
  return verdict(
    related.some((role) => !includes(WITHHELD_CLASSES[role], fieldClass)),
    'field-class',
  );
}

function mayInTeam(asker: Asker, act: TeamAct, teamId: string): Verdict {
  if (!asker.roles.some((role) => includes(TEAM_RIGHTS[role], act))) return no('role');
  return verdict(asker.teamIds.includes(teamId), 'relation');
}

const REASONS = {
  role: { fr: 'Votre rôle ne le permet pas.', en: 'Your role does not allow it.' },
  relation: { fr: 'Ce dossier ne vous est pas confié.', en: 'This case is not entrusted to you.' },
  'field-class': {
    fr: 'Cette information ne vous est pas ouverte. Demandez à votre responsable.',
    en: 'This information is not open to you. Ask your supervisor.',
  },
  'no-such-act': { fr: 'Cette action n’existe pas ici.', en: 'There is no such action here.' },
} as const satisfies Record<RightsReason['code'], RightsReason['text']>;

const no = (code: RightsReason['code']): Verdict => ({ yes: false, reason: { code, text: REASONS[code] } });
const verdict = (yes: boolean, otherwise: RightsReason['code']): Verdict =>
  yes ? { yes: true } : no(otherwise);

const includes = <T>(list: readonly T[], item: T): boolean => list.includes(item);
const isCaseAct = (act: Act): act is CaseAct => (CASE_ACTS as readonly Act[]).includes(act);
const isTeamAct = (act: Act): act is TeamAct => (TEAM_ACTS as readonly Act[]).includes(act);
const isServiceAct = (act: Act): act is ServiceAct => (SERVICE_ACTS as readonly Act[]).includes(act);
