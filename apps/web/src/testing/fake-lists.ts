import type { AccountRole } from '@repere/access';
import type {
  About,
  CaseFileSummary,
  Session,
  WorkChild,
  WorkChildren,
  WorkItem,
  Worklist,
} from '@repere/contract';
import { DANGERS } from './fake-case';

/** Made-up answers of the API, each whole; a test changes what it is about. */
export const session = (...roles: AccountRole[]): Session => ({
  id: 's1',
  account: { id: 'a1', name: 'Léa Moreau', roles, teams: [{ id: 't1', name: 'ASE Nord' }], language: 'fr' },
  now: '2026-03-12T14:45:00+01:00',
  idleUntil: '2026-03-12T15:00:00+01:00',
  until: '2026-03-12T20:00:00+01:00',
  idleSeconds: 900,
  provider: null,
  mustEnrol: false,
});

export const about = (change: Partial<About> = {}): About => ({
  name: 'Repère',
  version: '0.1.0',
  space: { key: null, kind: 'live', title: 'Département de démonstration', now: new Date().toISOString() },
  providers: [],
  demoAccounts: [],
  ...change,
});

export const workItem = (change: Partial<WorkItem> = {}): WorkItem => ({
  id: 'w1',
  group: 'today',
  kind: 'step',
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  runId: 'r1',
  step: 'danger',
  appointmentId: null,
  title: { fr: 'Décider du niveau de danger', en: 'Decide the level of danger' },
  protocolTitle: { fr: 'Protection immédiate', en: 'Immediate protection' },
  why: null,
  origin: 'LEGAL',
  owner: 'ours',
  dueAt: null,
  lateFrom: null,
  atOnce: false,
  lead: null,
  ...change,
});

/** A child whose first act is this one. */
export const workChild = (first: Partial<WorkItem> = {}, change: Partial<WorkChild> = {}): WorkChild => ({
  first: workItem(first),
  others: 0,
  late: 0,
  age: { kind: 'exact', years: 15 },
  danger: DANGERS[0],
  isDangerSeen: false,
  lead: null,
  person: null,
  ...change,
});

export const workChildren = (
  items: readonly WorkChild[],
  change: Partial<WorkChildren> = {},
): WorkChildren => ({
  scope: 'me',
  now: new Date().toISOString(),
  counts: {
    now: count(items, 'now'),
    today: count(items, 'today'),
    late: count(items, 'late'),
    soon: count(items, 'soon'),
    'waiting-for-me': count(items, 'waiting-for-me'),
    'waiting-for-others': count(items, 'waiting-for-others'),
    later: count(items, 'later'),
  },
  late: count(items, 'late'),
  toChase: 0,
  countedTo: 50,
  approvals: 0,
  children: items.length,
  items,
  tasks: [],
  protocols: [{ protocol: 'p1', title: { fr: 'Protection immédiate', en: 'Immediate protection' } }],
  next: null,
  nextDueAt: null,
  ...change,
});

export const worklist = (items: readonly WorkItem[]): Worklist => {
  const { children, protocols, tasks, ...tally } = workChildren(items.map((item) => workChild(item)));
  return { ...tally, items };
};

export const caseFileSummary = (change: Partial<CaseFileSummary> = {}): CaseFileSummary => ({
  id: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  age: { kind: 'exact', years: 15 },
  danger: DANGERS[0],
  isDangerSeen: false,
  victimStatus: null,
  lead: null,
  team: { id: 't1', name: 'ASE Nord' },
  openedAt: '2026-03-01T10:00:00+01:00',
  lateCount: 2,
  approvalCount: 0,
  nextDueAt: null,
  ...change,
});

const count = (items: readonly WorkChild[], group: WorkItem['group']) =>
  items.filter(({ first }) => first.group === group).length;
