import type { FactDefinition, ProtocolDocument, SharedDocument, StepDefinition } from '@repere/protocol';

/** Twelve steps of the kind that real protocols have: order, conditions on answers, repetition. Fictional. */
const words = (it: string) => ({ fr: it, en: it });

function choice(id: string, codes: readonly string[]): FactDefinition {
  return {
    id,
    type: 'choice',
    class: 'situation',
    title: words(id),
    changes: 'over-time',
    values: codes.map((code) => ({ code, label: words(code) })),
    basis: [],
  };
}

function step(id: string, more: Partial<StepDefinition> = {}): StepDefinition {
  return {
    id,
    code: id,
    kind: 'form',
    title: words(id),
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
    basis: [],
    ...more,
  };
}

const YES_NO = ['yes', 'no'];
const facts = [
  choice('urgent', YES_NO),
  choice('source', ['street', 'school', 'police']),
  choice('sign', ['seen', 'told', 'none']),
  choice('shelter', ['accepted', 'later', 'declined']),
  choice('danger', ['grave', 'danger', 'risk']),
  choice('family', YES_NO),
  choice('placement', ['home', 'hotel']),
];

export const SHARED: SharedDocument = {
  language: 1,
  facts: Object.fromEntries(facts.map((it) => [it.id, it])),
  moments: {},
  reasons: {},
  evidence: {},
  refusedWords: { fr: {}, en: {} },
};

const again = { repeatable: { newFacts: false } } as const;

export const DOCUMENT: ProtocolDocument = {
  protocol: 'bench',
  version: '1.0.0',
  code: 'B',
  title: words('bench'),
  purpose: words('bench'),
  runs: 'one',
  basis: [],
  limits: {},
  facts: {},
  derived: { at_risk: 'danger in ("grave", "danger")' },
  steps: [
    step('intake', { fields: ['urgent', 'source'], required: ['urgent'] }),
    step('signs', { after: ['intake'], fields: ['sign'], required: ['sign'], ...again }),
    step('contact', { after: ['intake'], fields: ['shelter'], required: ['shelter'], ...again }),
    step('assess', { after: ['signs'], fields: ['danger'], required: ['danger'], ...again }),
    step('report', { when: 'at_risk' }),
    step('family', { fields: ['family'], required: ['family'] }),
    step('tell_family', { after: ['report'], ready: 'family = "no"' }),
    step('order', { after: ['report'], when: 'at_risk', fields: ['placement'], required: ['placement'] }),
    step('judge', { after: ['order'], when: 'placement = "home"' }),
    step('lawyer', { unless: 'danger = "risk"' }),
    step('care', { unless: 'urgent = "no" and sign = "none"' }),
    step('conference', { after: ['report', 'lawyer'] }),
  ],
  opens: [],
  outcomes: [
    { id: 'REFERRED', title: words('referred'), protects: 'full', when: 'done(report)', otherwise: false },
    { id: 'OPEN', title: words('open'), protects: 'full', otherwise: true },
  ],
  safeguards: [],
};

/** One thing done: a step with its answers. */
export interface CandidateAction {
  readonly step: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A history of `length` actions (30 at least), all allowed, that does every step; what repeats fills it up. */
export function history(length: number): readonly CandidateAction[] {
  const start: CandidateAction[] = [
    { step: 'intake', values: { urgent: 'yes', source: 'street' } },
    { step: 'signs', values: { sign: 'seen' } },
    { step: 'assess', values: { danger: 'risk' } },
    { step: 'assess', values: { danger: 'danger' } },
    { step: 'report', values: {} },
    { step: 'family', values: { family: 'no' } },
    { step: 'tell_family', values: {} },
    { step: 'order', values: { placement: 'home' } },
    { step: 'judge', values: {} },
    { step: 'lawyer', values: {} },
    { step: 'care', values: {} },
  ];
  const signs = ['seen', 'told', 'none'];
  const answers = ['later', 'declined', 'accepted'];
  const middle: CandidateAction[] = [];
  for (let i = 0; middle.length < length - start.length - 1; i++) {
    middle.push(
      i % 2 === 0
        ? { step: 'signs', values: { sign: signs[i % 3] ?? 'seen' } }
        : { step: 'contact', values: { shelter: answers[i % 3] ?? 'later' } },
    );
  }
  return [...start, ...middle, { step: 'conference', values: {} }];
}
