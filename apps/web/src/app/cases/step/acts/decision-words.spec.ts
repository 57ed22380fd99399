import type { StepPage } from '@repere/contract';
import { NO_DECISION_WORDS, reasonOptions, formatDecision } from './decision-words';
import { NOTHING_TYPED } from '../fields/typed-field';

const ASKS = {
  reasons: {
    none: [{ code: 'already_referred', label: { fr: 'déjà transmis', en: 'already referred' } }],
    yes: [{ code: 'papers_conflict', label: { fr: 'documents', en: 'papers' } }],
  },
} as unknown as StepPage['asks'];

describe('decision words', () => {
  it('offer the reasons of what is decided now, and none for another value', () => {
    expect(reasonOptions(ASKS, { ...NOTHING_TYPED, code: 'none' }).map(({ code }) => code)).toEqual([
      'already_referred',
    ]);
    expect(reasonOptions(ASKS, { ...NOTHING_TYPED, yesNo: 'yes' }).map(({ code }) => code)).toEqual([
      'papers_conflict',
    ]);
    expect(reasonOptions(ASKS, { ...NOTHING_TYPED, code: 'crip' })).toEqual([]);
    expect(reasonOptions(ASKS, null)).toEqual([]);
  });

  it('send what was said, without the reasons of a value that was chosen before', () => {
    const words = {
      reasons: ['already_referred', 'papers_conflict'],
      bestInterests: ' Elle dort enfin. ',
      childView: { kind: 'whyNot' as const, text: 'Elle dort' },
    };
    expect(formatDecision(ASKS, { ...NOTHING_TYPED, code: 'none' }, words)).toEqual({
      reasons: ['already_referred'],
      bestInterests: 'Elle dort enfin.',
      childView: { whyNot: 'Elle dort' },
    });
  });

  it('send nothing for nothing', () => {
    expect(formatDecision(ASKS, null, NO_DECISION_WORDS)).toEqual({});
  });
});
