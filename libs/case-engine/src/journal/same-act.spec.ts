import { compileProtocols } from '../compile/compile-protocols';
import { byId, fact, protocol, SHARED, step } from '@repere/protocol/testing';
import { DAY, HOUR, KeyCase } from '../testing/key-case';

const PART = {
  part: 'feed',
  valid: { for: '24 hours', until: ['exposed'] },
  fields: ['ate'],
  required: ['ate'],
  evidence: ['photo'],
  repeatable: { newFacts: false },
} as const;
const due = { within: '8 days', from: 'run', origin: 'TOOL', owner: 'ours', basis: [], late: [] } as const;
const shared = { ...SHARED, facts: byId([fact('ate', 'yes-no'), fact('exposed', 'yes-no')]), moments: {} };
const SET = compileProtocols(shared, [
  protocol('lost-key', {
    steps: [
      step('feed', { ...PART, due }),
      step('other', { part: 'other', fields: ['exposed'], repeatable: { newFacts: false } }),
    ],
  }),
  protocol('night-watch', { steps: [step('feed_again', { ...PART, due })] }),
]);
const PHOTO = { evidence: { photo: { reference: 'no. 3' } } } as const;

/** A case in which the same part is asked in two runs, and was done in the second. */
function fed() {
  const key = new KeyCase(SET);
  key.takeCommand({ kind: 'open-run', protocol: 'night-watch', version: '1.0.0' });
  const runId = key.view.runs[1]?.runId ?? '';
  key.wait(HOUR);
  const entryId = key.do('feed_again', { runId, values: { ate: 'yes' }, ...PHOTO });
  return { key, runId, entryId };
}

describe('an act done in another run', () => {
  it('is offered, and counts by one command with its own time, people and papers', () => {
    const { key, runId, entryId } = fed();
    const at = key.now;
    key.wait(3 * HOUR);
    expect(key.step('feed').doneElsewhere).toEqual({ entryId, runId, step: 'feed_again', at });
    key.do('feed', { sameAs: entryId });
    expect(key.step('feed')).toMatchObject({ state: 'done', deadline: { metAt: at } });
    expect(key.step('feed').missingEvidence).toBeUndefined();
    expect(key.step('feed').doneElsewhere).toBeUndefined();
    expect(key.journal.at(-1)).toMatchObject({ values: {}, sameAs: entryId, occurredAt: { from: at } });
    expect(key.fact('ate')).toBe('yes');
    expect(key.view.deviations).toEqual([]);
    expect(key.recomputed()).toEqual(key.view);
  });

  it('says nothing of its own, and is no other act', () => {
    const { key, entryId } = fed();
    const refused = (more: object) => key.refuseStep('feed', more).map(({ code }) => code);
    expect(refused({ sameAs: entryId, values: { ate: 'no' } })).toEqual(['not-the-same-act']);
    expect(refused({ sameAs: 'nothing' })).toEqual(['not-the-same-act']);
    expect(key.step('feed').state).toBe('ready');
  });

  it('counts no more once it is old, or what ends it was told', () => {
    const { key } = fed();
    key.wait(DAY + HOUR);
    expect(key.step('feed').doneElsewhere).toBeUndefined();
    const told = fed();
    told.key.do('other', { values: { exposed: 'no' } });
    expect(told.key.step('feed').doneElsewhere).toBeUndefined();
  });

  it('is looked at again where it counted, once it was corrected', () => {
    const { key, entryId } = fed();
    const pointer = key.do('feed', { sameAs: entryId });
    key.amend(entryId, { ate: 'no' });
    expect(key.step('feed').state).toBe('to-confirm');
    key.do('feed', { confirms: pointer });
    expect(key.step('feed').state).toBe('done');
    expect(key.recomputed()).toEqual(key.view);
  });

  it('does not count while its own papers are missing', () => {
    const key = new KeyCase(SET);
    key.takeCommand({ kind: 'open-run', protocol: 'night-watch', version: '1.0.0' });
    key.do('feed_again', { runId: key.view.runs[1]?.runId ?? '', values: { ate: 'yes' } });
    expect(key.step('feed').doneElsewhere).toBeUndefined();
  });
});
