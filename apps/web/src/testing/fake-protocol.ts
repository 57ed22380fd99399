import type { ProtocolSummary, ReadableProtocol } from '@repere/contract';
import type { ProtocolDocument, SharedDocument, StepDefinition } from '@repere/protocol';

const both = (fr: string, en: string) => ({ fr, en });

export const stepDefinition = (
  change: Partial<StepDefinition> & { readonly id: string },
): StepDefinition => ({
  code: 'P0.1',
  kind: 'form',
  title: both(change.id, change.id),
  by: ['TS'],
  after: [],
  fields: [],
  required: [],
  reasons: {},
  evidence: [],
  repeatable: false,
  waivable: 'never',
  requires: [],
  flags: [],
  protective: false,
  basis: ['G02'],
  ...change,
});

/** A small protocol with a bit of everything. */
export const shelterDocument = (): ProtocolDocument => ({
  protocol: 'shelter',
  version: '1.0.0',
  code: 'P0',
  title: both('Abri', 'Shelter'),
  purpose: both("Abriter l'enfant.", 'Shelter the child.'),
  runs: 'one',
  basis: ['G02'],
  limits: {},
  facts: {
    cold: {
      id: 'cold',
      type: 'yes-no',
      class: 'situation',
      title: both('Froid', 'Cold'),
      changes: 'never',
      basis: ['G02'],
    },
  },
  derived: {},
  steps: [
    stepDefinition({
      id: 'look',
      title: both('Regarder', 'Look'),
      guidance: both("Regardez l'enfant. Parlez-lui.", 'AccessEvent at the child. Talk to the child.'),
      fields: ['cold'],
      due: { within: '48 hours', from: 'run', origin: 'LEGAL', owner: 'ours', basis: ['F22'], late: [] },
      basis: ['S01', 'F22', 'F99'],
    }),
    stepDefinition({
      id: 'blanket',
      code: 'P0.2',
      kind: 'decision',
      title: both('Couvrir', 'Cover'),
      by: ['TS', 'INT'],
      after: ['look'],
      when: 'cold = "yes"',
      approvedBy: { role: 'SUP' },
      requires: [
        {
          when: 'cold = "no"',
          that: 'cold = "yes"',
          because: both("Il n'a pas froid.", 'The child is not cold.'),
          basis: ['G02'],
        },
      ],
    }),
    stepDefinition({
      id: 'ruling',
      code: 'P0.3',
      kind: 'recorded-act',
      title: both('Jugement', 'Ruling'),
      by: ['JE'],
    }),
  ],
  opens: [{ id: 'watch', protocol: 'night-watch', when: 'cold = "yes"', again: false, basis: ['G02'] }],
  outcomes: [
    { id: 'WARM', title: both('Au chaud', 'Warm'), protects: 'less', when: 'cold = "no"', otherwise: false },
    { id: 'OPEN', title: both('En cours', 'Open'), protects: 'full', otherwise: true },
  ],
  safeguards: [
    {
      id: 'never-cold',
      title: both("Aucun enfant n'a froid", 'No child is cold'),
      never: 'cold = "yes" and done(ruling)',
      basis: ['G02'],
    },
  ],
});

export const summary = (change: Partial<ProtocolSummary> = {}): ProtocolSummary => ({
  protocol: 'shelter',
  version: '1.0.0',
  code: 'P0',
  title: { fr: 'Abri', en: 'Shelter' },
  purpose: { fr: "Abriter l'enfant.", en: 'Shelter the child.' },
  hash: 'abc',
  steps: 3,
  publishedAt: '2025-03-12T10:00:00+01:00',
  inForce: true,
  proof: null,
  ...change,
});

export const readable = (change: Partial<ReadableProtocol> = {}): ReadableProtocol => ({
  ...summary(),
  document: shelterDocument(),
  shared: { facts: {}, reasons: {}, evidence: {}, moments: {} },
  sources: {
    S01: { code: 'S01', title: { fr: 'Des protocoles', en: 'Protocols' }, lines: '32-37' },
    F22: {
      code: 'F22',
      title: { fr: 'CPP 706-50', en: 'CPP 706-50' },
      confidence: 'A',
      inForce: '2013-08-07',
      aliases: [{ was: 'CPP 706-50', is: 'CPP L1451-1', from: '2029-01-01' }],
    },
    F99: { code: 'F99', title: { fr: 'Une rumeur', en: 'A rumour' }, confidence: 'U' },
    G02: { code: 'G02', title: { fr: "Rien n'attend", en: 'Nothing waits' } },
  },
  ...change,
});

/** What protocols share: nothing. */
export const sharedDocument = (): SharedDocument => ({
  language: 1,
  facts: {},
  moments: {},
  reasons: {},
  evidence: {},
  refusedWords: { fr: {}, en: {} },
});
