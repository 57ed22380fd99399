import type { AccountRole } from './account-role';
import type { FieldClass } from './field-class';

/** What ties an account to a case. One may hold several; the first that gives the right counts. */
export const RELATIONS = ['lead', 'assigned', 'team', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What can be done with one case. */
export const CASE_ACTS = ['read', 'write', 'approve', 'assign', 'audit'] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** What can be done in a team, on no case in particular. */
export const TEAM_ACTS = ['open', 'search', 'list-members', 'see-duplicates'] as const;
export type TeamAct = (typeof TEAM_ACTS)[number];

/** What can be done for the whole service; never with the content of a case. */
export const SERVICE_ACTS = [
  'read-protocols',
  'edit-protocol',
  'review-protocol',
  'publish-protocol',
  'try-protocol',
  'manage-accounts',
  'lead-training',
] as const;
export type ServiceAct = (typeof SERVICE_ACTS)[number];

export type Act = CaseAct | TeamAct | ServiceAct;

const OWN = ['lead', 'assigned'] as const;
const TEAM = ['lead', 'assigned', 'team'] as const;
const NEVER = [] as const;

/**
 * Who may do what with a case, by role and by relation. What isn't listed is refused.
 * Whether a *step* may be entered by this person is the protocol's to say (`enteredBy`), and whether somebody may
 * approve their own act is never: the engine and the database refuse it both.
 */
// prettier-ignore
export const CASE_RIGHTS = {
  //                    read         write        approve        assign          audit
  caseworker:         { read: TEAM,  write: TEAM,  approve: NEVER, assign: ['lead'], audit: NEVER },
  'ase-referent':     { read: TEAM,  write: TEAM,  approve: NEVER, assign: ['lead'], audit: NEVER },
  assessor:           { read: OWN,   write: OWN,   approve: NEVER, assign: NEVER,    audit: NEVER },
  supervisor:         { read: TEAM,  write: TEAM,  approve: TEAM,  assign: TEAM,     audit: TEAM  },
  auditor:            { read: TEAM,  write: NEVER, approve: NEVER, assign: NEVER,    audit: TEAM  },
  trainer:            { read: NEVER, write: NEVER, approve: NEVER, assign: NEVER,    audit: NEVER },
  'protocol-editor':  { read: NEVER, write: NEVER, approve: NEVER, assign: NEVER,    audit: NEVER },
  administrator:      { read: NEVER, write: NEVER, approve: NEVER, assign: NEVER,    audit: NEVER },
} as const satisfies Record<AccountRole, Record<CaseAct, readonly Relation[]>>;

/** Who may do what in a team that they belong to. */
// prettier-ignore
export const TEAM_RIGHTS = {
  caseworker:         ['open', 'search', 'list-members'],
  'ase-referent':     ['open', 'search', 'list-members'],
  assessor:           ['search', 'list-members'],
  supervisor:         ['open', 'search', 'list-members', 'see-duplicates'],
  auditor:            ['search', 'list-members'],
  trainer:            [],
  'protocol-editor':  [],
  administrator:      [],
} as const satisfies Record<AccountRole, readonly TeamAct[]>;

/** Who may do what for the service as a whole. */
// prettier-ignore
export const SERVICE_RIGHTS = {
  caseworker:         ['read-protocols'],
  'ase-referent':     ['read-protocols'],
  assessor:           ['read-protocols'],
  supervisor:         ['read-protocols', 'review-protocol', 'try-protocol'],
  auditor:            ['read-protocols'],
  trainer:            ['read-protocols', 'lead-training'],
  'protocol-editor':  ['read-protocols', 'edit-protocol', 'review-protocol', 'publish-protocol', 'try-protocol'],
  administrator:      ['read-protocols', 'manage-accounts'],
} as const satisfies Record<AccountRole, readonly ServiceAct[]>;

/** Field classes that a role does not see even in a case that it may read. An inspector needs no address of a hidden child. */
// prettier-ignore
export const WITHHELD_CLASSES = {
  caseworker:         [],
  'ase-referent':     [],
  assessor:           [],
  supervisor:         [],
  auditor:            ['contact', 'places'],
  trainer:            [],
  'protocol-editor':  [],
  administrator:      [],
} as const satisfies Record<AccountRole, readonly FieldClass[]>;
