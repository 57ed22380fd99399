import { ACCOUNT_ROLES, type AccountRole } from './account-role';
import { FIELD_CLASSES, type FieldClass } from './field-class';
import { type Relation, RELATIONS } from './relations';

/**
 * What can be done with one case. `receive`: read what a referral carries, and nothing around it; `protect`: record facts and do
 * steps that protect; `write`: do any step; `advise`: give a second opinion; `assign`: name who works on it; `refer`: open a part of it to a partner; `inform`: write and send a letter about it; `restrict`: close it to all but a circle; `audit`: examine how it was
 * handled; `share`: record what was told to whom; `retain`: hold it, or propose its erasure.
 */
export const CASE_ACTS = [
  'read',
  'receive',
  'protect',
  'write',
  'advise',
  'approve',
  'assign',
  'refer',
  'inform',
  'restrict',
  'audit',
  'share',
  'retain',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** What can be done in a team, on no case in particular. */
export const TEAM_ACTS = [
  'open',
  'search',
  'list-members',
  'see-duplicates',
  'lead-mission',
  'plan-cover',
  'review-break-glass',
  'see-privacy',
  'keep-certificates',
] as const;
export type TeamAct = (typeof TEAM_ACTS)[number];

/** What can be done for the whole service; never with the content of a case. */
export const SERVICE_ACTS = [
  'read-protocols',
  'edit-protocol',
  'review-protocol',
  'publish-protocol',
  'try-protocol',
  'manage-accounts',
  'keep-contacts',
  'lead-training',
  'work-in-missions',
  'break-glass',
] as const;
export type ServiceAct = (typeof SERVICE_ACTS)[number];

export type Act = CaseAct | TeamAct | ServiceAct;

// At night a child is referred by whoever is there: referring protects, and moves no lead.
const WORK = ['read', 'protect', 'write', 'advise', 'share', 'inform', 'refer'] as const;
const LEAD = [...WORK, 'assign'] as const;
const SUPERVISION = [...LEAD, 'approve', 'restrict', 'audit', 'retain'] as const;
const OPINION = ['read', 'advise'] as const;
// Out of the circle of a restricted case whoever saves the child tells who must know. Where the child could go they neither ask nor learn.
const RESCUE_OUT_OF_CIRCLE = ['read', 'protect', 'inform'] as const;
const RESCUE = [...RESCUE_OUT_OF_CIRCLE, 'refer'] as const;

/** Of people to whom a child was given, by name or for an hour: whoever may lead a case may do all that leading asks for. */
const GIVEN_WORK = {
  lead: LEAD,
  assigned: WORK,
  substitute: LEAD,
  'second-opinion': OPINION,
  'break-glass': RESCUE,
  'break-glass-restricted': RESCUE_OUT_OF_CIRCLE,
} as const;

/** Of people who follow the children of their team. */
const CASE_WORK = { ...GIVEN_WORK, team: WORK, 'on-duty': WORK } as const;

/**
 * Who may do what with a case, by role and by relation. What isn't listed is refused.
 * Whether a *step* may be entered by this person is the protocol's to say (`enteredBy`), and whether somebody may
 * approve their own act is never: the engine and the database refuse it both.
 */
export const CASE_RIGHTS: Readonly<
  Record<AccountRole, Readonly<Partial<Record<Relation, readonly CaseAct[]>>>>
> = {
  caseworker: CASE_WORK,
  'ase-referent': CASE_WORK,
  assessor: GIVEN_WORK,
  supervisor: {
    ...CASE_WORK,
    supervisor: SUPERVISION,
    approver: ['read', 'approve'],
  },
  auditor: { mission: ['read', 'audit'] },
  trainer: {},
  'protocol-editor': {},
  administrator: {},
  // Not `read`: whatever a case grows one day is shut to partners until somebody opens it to them.
  partner: { partner: ['receive'] },
};

/** Who may do what in a team that they belong to. */
// prettier-ignore
export const TEAM_RIGHTS = {
  // Of possible duplicates: those that they were asked about themselves.
  caseworker:         ['open', 'search', 'list-members', 'see-duplicates'],
  'ase-referent':     ['open', 'search', 'list-members', 'see-duplicates'],
  assessor:           ['search', 'list-members'],
  supervisor:         ['open', 'search', 'list-members', 'see-duplicates', 'lead-mission', 'plan-cover', 'review-break-glass', 'see-privacy', 'keep-certificates'],
  auditor:            ['list-members'],
  trainer:            [],
  'protocol-editor':  [],
  administrator:      [],
  partner:            [],
} as const satisfies Record<AccountRole, readonly TeamAct[]>;

/** Who may do what for the service as a whole. */
// prettier-ignore
export const SERVICE_RIGHTS = {
  caseworker:         ['read-protocols', 'break-glass'],
  'ase-referent':     ['read-protocols', 'break-glass'],
  assessor:           ['read-protocols', 'break-glass'],
  supervisor:         ['read-protocols', 'review-protocol', 'try-protocol', 'break-glass', 'lead-training'],
  auditor:            ['read-protocols', 'work-in-missions'],
  trainer:            ['read-protocols', 'lead-training'],
  'protocol-editor':  ['read-protocols', 'edit-protocol', 'review-protocol', 'publish-protocol', 'try-protocol'],
  administrator:      ['read-protocols', 'manage-accounts', 'keep-contacts'],
  partner:            [],
} as const satisfies Record<AccountRole, readonly ServiceAct[]>;

/**
 * Field classes that a relation does not show, whatever the role. An inspector needs no address of a hidden child, a second
 * opinion no name; whoever breaks the glass has the child before them, and must not learn where others hide. Whom a circle keeps
 * out may be the one whom the child fears: no word of where the child goes, of who is around, of how either is reached, or of what was told.
 * A partner sees what the referral carries, and nothing of this list besides.
 */
// prettier-ignore
export const REDACTED_CLASSES: Readonly<Record<Relation, readonly FieldClass[]>> = {
  lead:                     [],
  assigned:                 [],
  substitute:               [],
  supervisor:               [],
  team:                     [],
  'on-duty':                [],
  'second-opinion':         ['identity', 'people', 'contact', 'places'],
  approver:                 ['contact', 'places'],
  partner:                  ['people', 'opinion', 'staff', 'judicial'],
  mission:                  ['contact', 'places'],
  'break-glass':            ['places'],
  'break-glass-restricted': ['people', 'contact', 'places', 'narrative', 'opinion'],
  none:                     [],
};

/** The classes of fields that a referral can carry. */
export const REFERABLE_CLASSES: readonly FieldClass[] = FIELD_CLASSES.filter(
  (it) => !REDACTED_CLASSES.partner.includes(it),
);

/** What this role may do through this relation. */
export const rightsOf = (role: AccountRole, relation: Relation): readonly CaseAct[] =>
  CASE_RIGHTS[role][relation] ?? [];

/** Roles that may do this with a case through this relation. */
export const rolesThatMay = (act: CaseAct, relation: Relation): readonly AccountRole[] =>
  ACCOUNT_ROLES.filter((role) => rightsOf(role, relation).includes(act));

/** Whether this role may do this with some case at least, through one of these relations. */
export const mayEver = (
  role: AccountRole,
  act: CaseAct,
  relations: readonly Relation[] = RELATIONS,
): boolean => relations.some((relation) => rightsOf(role, relation).includes(act));
