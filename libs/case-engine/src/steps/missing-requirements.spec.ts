import { KeyCase } from '../testing/key-case';

const LETTER = { evidence: { letter: { reference: 'L-12' } } };
const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
const codes = (reasons: readonly { code: string; field?: string }[]) =>
  reasons.map((it) => `${it.code} ${it.field ?? ''}`);

function looked(): KeyCase {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { signs: { noise: 'no', dog: 'no', scratches: 'no' }, trained: 'yes' } });
  return key;
}

describe('evidence of a step that protects', () => {
  it('is missing, and holds nothing up', () => {
    const key = looked();
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    const call = key.do('call_guard');
    expect(key.step('call_guard')).toMatchObject({ state: 'done', missingEvidence: ['letter'] });
    expect(key.step('call_guard').missingWords).toBeUndefined();
    key.do('call_guard', { confirms: call, ...LETTER });
    expect(key.step('call_guard').missingEvidence).toBeUndefined();
  });

  it('may be corrected, piece by piece', () => {
    const key = looked();
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    const call = key.do('call_guard');
    key.amend(call, {}, LETTER);
    expect(key.step('call_guard').missingEvidence).toBeUndefined();
    const amend = { kind: 'amend' as const, entryId: call, values: {}, why: 'misread' };
    expect(codes(key.refusals({ ...amend, evidence: { photo: { reference: 'P-1' } } }))).toEqual([
      'unknown-evidence evidence.photo',
    ]);
  });
});

describe('evidence of what protects less', () => {
  const PLAN = { evidence: { photo: { reference: 'P-1' } } };

  it('comes with it', () => {
    const key = looked();
    expect(codes(key.refuseStep('rent', { values: { lodging: 'room' } }))).toEqual([
      'missing-evidence evidence.photo',
    ]);
    key.do('rent', { values: { lodging: 'room' }, ...PLAN });
    expect(key.step('rent')).toMatchObject({ state: 'awaiting-approval' });
  });

  it('comes before it takes effect where the record of another’s act can not be refused', () => {
    const key = new KeyCase();
    const verdict = key.do('verdict', { by: [{ role: 'JE' }], values: { lodging: 'room' } });
    expect(key.step('verdict')).toMatchObject({ state: 'awaiting-approval', missingEvidence: ['photo'] });
    expect(() => key.approveStep('verdict')).toThrow('missing-evidence evidence.photo');
    key.amend(verdict, {}, PLAN);
    key.approveStep('verdict');
    expect(key.fact('lodging')).toBe('room');
  });

  it('can be sent back without it', () => {
    const key = new KeyCase();
    key.do('verdict', { by: [{ role: 'JE' }], values: { lodging: 'room' } });
    key.sendBack('verdict');
    expect(key.fact('lodging')).toBeUndefined();
  });
});

it('of a list is about a row: "no other" has none', () => {
  const key = new KeyCase();
  key.do('letters', { closes: true });
  expect(key.step('letters').missingEvidence).toBeUndefined();
  key.do('letters', { row: { id: 'a', values: { from_whom: 'the owner' } } });
  expect(key.step('letters').missingEvidence).toEqual(['letter']);
});
