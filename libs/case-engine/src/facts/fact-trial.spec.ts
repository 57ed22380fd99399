import { compileProtocols } from '../compile/compile-protocols';
import { FactTrial } from './fact-trial';
import { fact, otherwise, outcome, protocol, SHARED } from '@repere/protocol/testing';
import { MONDAY, PARIS } from '../testing/key-case';

const list = {
  ...fact('finds', 'list'),
  orderedBy: 'on',
  row: { on: fact('on', 'date'), by: fact('by', 'text') },
};
const set = compileProtocols(SHARED, [
  protocol('sorting', {
    facts: [fact('kept', 'yes-no'), list],
    outcomes: [
      outcome('KEPT', 'full', 'kept = "yes"'),
      outcome('LAST_BY_ANNA', 'less', 'last(finds).by = "Anna"'),
      otherwise('OPEN'),
    ],
  }),
]);
const context = { now: MONDAY, territory: PARIS };

describe('facts tried without a journal', () => {
  it('give the outcome that they would have in a case', () => {
    const trial = new FactTrial(set, 'sorting', '1.0.0', context);
    expect(trial.outcome()).toBe('OPEN');
    trial.tryAnswer('kept', 'yes');
    expect(trial.outcome()).toBe('KEPT');
  });

  it('can be taken back, and answered without a value', () => {
    const trial = new FactTrial(set, 'sorting', '1.0.0', context);
    trial.tryAnswer('kept', 'yes');
    trial.tryAnswer('kept', { answer: 'refused' });
    expect(trial.outcome()).toBe('OPEN');
    trial.tryAnswer('kept', 'yes');
    trial.tryAnswer('kept', null);
    expect(trial.outcome()).toBe('OPEN');
  });

  it('may be whole lists, which keep their order by date and their end', () => {
    const trial = new FactTrial(set, 'sorting', '1.0.0', context);
    const rows = [
      { on: '2025-03-01', by: 'Anna' },
      { on: '2025-01-01', by: 'Bruno' },
    ];
    trial.tryAnswer('kept', 'no');
    trial.tryRows('finds', rows, true);
    expect(trial.outcome()).toBe('LAST_BY_ANNA');
    trial.tryRows('finds', rows, false);
    expect(trial.outcome()).toBe('OPEN');
    trial.tryRows('finds', [{ by: 'Anna' }, { on: '2025-01-01', by: 'Bruno' }], true);
    expect(trial.outcome()).toBe('OPEN');
  });

  it('are those of the protocol', () => {
    const trial = new FactTrial(set, 'sorting', '1.0.0', context);
    expect(() => trial.tryAnswer('colour', 'red')).toThrow('No fact colour');
    expect(() => trial.tryRows('kept', [], true)).toThrow('no list');
    expect(() => new FactTrial(set, 'sorting', '9.0.0', context)).toThrow('No protocol');
  });
});
