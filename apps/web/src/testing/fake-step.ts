import type { FieldView, StepPage, TimelineEntry } from '@repere/contract';

const both = (words: string) => ({ fr: words, en: words });

/** A field of a step, a text unless said otherwise. */
export const field = (change: Partial<FieldView> & { readonly id: string }): FieldView => ({
  type: 'text',
  title: both(change.id),
  required: false,
  changes: 'over-time',
  relevant: true,
  ofCase: false,
  ...change,
});

/** A step's page without fields; a test gives those that it is about. */
export const stepPage = (change: Partial<StepPage> = {}): StepPage => ({
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  zone: 'Europe/Paris',
  calledName: 'Inès',
  runId: 'r1',
  protocol: 'refuge',
  protocolTitle: both('Refuge'),
  version: '1.0.0',
  step: 'danger',
  code: 'P4.1',
  kind: 'form',
  title: both('Évaluer le danger'),
  letters: [],
  letterSentAt: null,
  duty: null,
  guidance: both('Le danger d’abord. Le reste attend.'),
  state: 'ready',
  explanation: { state: 'ready', summary: both('À faire.'), because: [], basis: [] },
  sources: [],
  fields: [],
  asks: {
    participants: ['TS', 'INT'],
    reasons: {},
    decides: null,
    bestInterests: false,
    childView: false,
    evidence: [],
    closes: false,
    rows: [],
    about: false,
    adds: false,
  },
  repeatable: false,
  waiver: null,
  deadline: null,
  isSuspended: false,
  doneElsewhere: null,
  entries: [],
  olderEntries: 0,
  draft: null,
  seq: 7,
  may: { complete: true, approve: false, amend: false, waive: false },
  ...change,
});

export const asks = (change: Partial<StepPage['asks']>): StepPage['asks'] => ({
  ...stepPage().asks,
  ...change,
});

/** An entry of a step's journal. */
export const entry = (change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  entryId: 'e1',
  seq: 3,
  kind: 'step-completed',
  title: both('Évaluer le danger'),
  protocol: 'refuge',
  runId: 'r1',
  step: 'danger',
  occurredAt: '2026-03-12T14:00:00+01:00',
  occurredPrecision: 'minute',
  recordedAt: '2026-03-12T14:02:00+01:00',
  by: 'Léa Moreau',
  participants: [{ role: 'TS' }],
  values: [],
  reasons: [],
  system: false,
  ...change,
});
