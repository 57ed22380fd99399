import type { ActDone, AnswerOfRole, CaseFile } from '@repere/contract';
import type { RunView, StepView } from '@repere/case-engine';

const both = (words: string) => ({ fr: words, en: words });
const DAY = 86_400_000;

/** One moment for all that is made up: steps of a case are due together. */
const LOADED_AT = Date.now();

/** A step of a case; `owner` gives it a deadline that passed two days ago. */
export function step({
  owner,
  ...change
}: Partial<StepView> & { readonly id: string; readonly owner?: 'ours' | 'outside' }): StepView {
  const dueAt = LOADED_AT - 2.2 * DAY;
  return {
    code: 'P4',
    kind: 'form',
    title: both(change.id),
    state: 'ready',
    protective: false,
    repeatable: false,
    entryIds: [],
    toApprove: null,
    opensAt: null,
    approvalDeadline: null,
    deadline: owner
      ? {
          id: change.id,
          runId: 'r1',
          step: change.id,
          of: 'step',
          origin: 'LEGAL',
          owner,
          basis: [],
          from: dueAt - DAY,
          dueAt,
          lateFrom: dueAt,
          atOnce: false,
          metAt: null,
          reminders: [],
        }
      : null,
    ...change,
  };
}

export const run = (change: Partial<RunView> = {}): RunView => ({
  runId: 'r1',
  protocol: 'refuge',
  version: '1.0.0',
  title: both('Refuge'),
  openedAt: Date.now() - 3 * DAY,
  steps: [step({ id: 'report', title: both('Faire le signalement') })],
  outcome: null,
  ended: false,
  ...change,
});

const answer = (code: string, words: string, isMarked: boolean): AnswerOfRole => ({
  code,
  label: both(words),
  sentence: both(`Danger : ${words}`),
  isMarked,
});

/** What the danger of a made-up case may be. */
export const DANGERS: readonly [grave: AnswerOfRole, mild: AnswerOfRole] = [
  answer('flood', 'danger grave', true),
  answer('rain', 'petit danger', false),
];

/** A case whose report is due; the child's age and safe contact are unknown. */
export const caseFile = (change: Partial<CaseFile> = {}): CaseFile => ({
  id: 'c1',
  reference: 'RP-7K4M-2Q',
  child: { calledName: 'Inès' },
  lead: { id: 'a1', name: 'Léa Moreau' },
  charge: null,
  isTieAsked: false,
  isServiceAsked: false,
  nextAppointment: null,
  leadProposal: null,
  letterSentAt: {},
  team: { id: 't1', name: 'ASE Nord' },
  territory: { code: '93', name: 'Seine-Saint-Denis', zone: 'Europe/Paris' },
  openedAt: '2026-03-09T09:00:00+01:00',
  people: [],
  state: {
    seq: 7,
    now: Date.now(),
    days: { endOfToday: Date.now() + 6 * 3_600_000, endOfWeek: Date.now() + 174 * 3_600_000 },
    runs: [run()],
    facts: [],
    deadlines: [],
    deviations: [],
    nextChangeAt: null,
  },
  redactedFacts: [],
  redactedNotes: [],
  next: {
    runId: 'r1',
    protocol: 'refuge',
    step: 'report',
    title: both('Faire le signalement'),
    band: 'protects-now',
    why: null,
    grounds: both('Vous avez noté : dette, téléphone contrôlé.'),
    dueAt: null,
  },
  explanations: {},
  drafts: {},
  names: {},
  events: [],
  calls: [
    { who: both('Police'), why: both('Tout de suite.'), numbers: ['17', '112'] },
    { who: both('Parquet'), numbers: [] },
    { who: both('Enfants disparus'), numbers: ['116000'] },
  ],
  dangers: DANGERS,
  factIds: { danger: 'danger' },
  newerVersions: {},
  may: { write: true, approve: false, assign: false },
  ...change,
});

/** What an act on a case answers. */
export const actDone = (change: Partial<ActDone> = {}): ActDone => ({
  seq: 8,
  entryIds: ['e8'],
  opened: [],
  possible: [],
  state: 'done',
  next: null,
  ...change,
});
