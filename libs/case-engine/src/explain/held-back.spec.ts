import { compileProtocols } from '../compile/compile-protocols';
import { heldBack } from './held-back';
import { otherwise, protocol, SHARED, step } from '@repere/protocol/testing';
import { KeyCase } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };

/** A house whose visitor is let in unless something else is so. `door` is ranked, and decided by a step. */
function house(unless: string): KeyCase {
  const others = ['locksmith', 'night-watch', 'second-look'].map((id) =>
    protocol(id, { steps: [step('rest')], outcomes: [otherwise('OPEN')] }),
  );
  const lostKey = protocol('lost-key', {
    steps: [
      step('report', { fields: ['visitor', 'found', 'signs'] }),
      step('assess', { kind: 'decision', fields: ['door'], decides: 'door', approvedBy: { role: 'SUP' } }),
      step('let_in', { unless: `visitor = "no" or ${unless}`, protective: true }),
    ],
    outcomes: [otherwise('OPEN')],
  });
  return new KeyCase(compileProtocols(SHARED, [lostKey, ...others]));
}

const shutBy = (key: KeyCase, answered: readonly string[]) =>
  heldBack(key.state, key.runId(), 'report', answered).map(({ explanation }) =>
    explanation.because.map(({ fact }) => fact),
  );

describe('what an answer would lead to but for another fact', () => {
  it('is held back by an ordinary fact', () => {
    const key = house('found = "yes"');
    key.do('report', { values: { visitor: 'yes', found: 'yes' } });
    expect(shutBy(key, ['visitor'])).toEqual([['found']]);
  });

  it('is held back by a ranked fact that was decided, the most protective value too', () => {
    const key = house('door = "open"');
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    key.do('report', { values: { visitor: 'yes' } });
    expect(shutBy(key, ['visitor'])).toEqual([['door']]);
  });

  it('is held back by an item of a checklist', () => {
    const key = house('signs.dog = "yes"');
    key.do('report', { values: { visitor: 'yes', signs: { dog: 'yes' } } });
    expect(shutBy(key, ['visitor'])).toEqual([['signs']]);
  });

  it('is not held back by what only the answer says', () => {
    const key = house('found = "yes"');
    key.do('report', { values: { visitor: 'no', found: 'no' } });
    expect(shutBy(key, ['visitor'])).toEqual([]);
  });

  it('leaves the case as it was', () => {
    const key = house('door = "open"');
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    key.do('report', { values: { visitor: 'yes' } });
    const before = JSON.stringify(key.view);
    shutBy(key, ['visitor']);
    expect(JSON.stringify(key.view)).toBe(before);
  });
});
