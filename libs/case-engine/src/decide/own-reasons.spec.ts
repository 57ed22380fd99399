import { DOCUMENTS, SHARED } from '@repere/protocol/testing';
import { compileProtocols } from '../compile/compile-protocols';
import { HOUR, KeyCase } from '../testing/key-case';

/** The lost key, whose protocol writes its lists of reasons itself; what contradicts is said in both places. */
const OWN_LISTS = compileProtocols(
  { ...SHARED, contradictions: { quiet: { checked_twice: 'visitor = "yes"' } } },
  DOCUMENTS.map((it) =>
    it.protocol === 'lost-key'
      ? {
          ...it,
          reasons: {
            quiet: {
              checked_twice: { fr: 'revu', en: 'seen again' },
              moved: { fr: 'déplacé', en: 'moved' },
            },
            dispensed: { nobody_home: { fr: 'personne', en: 'nobody home' } },
          },
          contradictions: { quiet: { moved: 'found = "yes"' } },
        }
      : it,
  ),
);

const WEIGHED = { bestInterests: 'a closed door', childView: { said: 'it is fine' } };
const shut = (reason: string) => ({ values: { door: 'shut' }, reasons: [reason], ...WEIGHED });
const looked = (values: Record<string, string> = {}): KeyCase => {
  const key = new KeyCase(OWN_LISTS);
  key.do('report', { values: { found: 'no', visitor: 'no', ...values } });
  key.wait(HOUR);
  key.do('look', { values: { signs: { scratches: 'no' }, trained: 'yes' } });
  return key;
};
const codes = (key: KeyCase, reason: string) =>
  key.refuseStep('assess', shut(reason)).map(({ code, field }) => `${code} ${field ?? ''}`);

describe('reasons of a list that the protocol writes itself', () => {
  it('ground a decision, instead of those of the shared list', () => {
    const key = looked();
    expect(codes(key, 'owner_says_so')).toEqual(['unknown-reason reasons.0']);
    expect(codes(key, 'moved')).toEqual([]);
  });

  it('are contradicted by what they say themselves, and still by what the shared list says', () => {
    expect(codes(looked(), 'checked_twice')).toEqual([]);
    expect(codes(looked({ found: 'yes' }), 'moved')).toEqual(['contradicted-reason reasons.0']);
    expect(codes(looked({ visitor: 'yes' }), 'checked_twice')).toEqual(['contradicted-reason reasons.0']);
  });

  it('skip a step, and are told in their own words', () => {
    const key = new KeyCase(OWN_LISTS);
    const waive = (reason: string) => ({ kind: 'waive', runId: key.runId(), step: 'rest', reason }) as const;
    expect(key.refusals(waive('already_known')).map(({ code }) => code)).toEqual(['unknown-reason']);
    key.takeCommand(waive('nobody_home'));
    expect(key.view.deviations).toMatchObject([
      { kind: 'waived', text: { fr: 'Étape écartée : personne.' } },
    ]);
  });
});
