import { UncheckedProtocolError } from './compile-condition';
import { compileProtocols } from './compile-protocols';
import { byId, DOCUMENTS, fact, protocol, SHARED, step } from '@repere/protocol/testing';

const compile = (more: Parameters<typeof protocol>[1]) => () =>
  compileProtocols(SHARED, [protocol('it', more)]);

it('takes several versions of a protocol side by side', () => {
  const set = compileProtocols(SHARED, [...DOCUMENTS, { ...DOCUMENTS[0], version: '2.0.0' } as never]);
  expect([...(set.protocols.get('lost-key')?.keys() ?? [])]).toEqual(['1.0.0', '2.0.0']);
});

it.each([
  ['a condition that is none', { steps: [step('a', { when: 'found' })] }],
  ['a fact that is not there', { steps: [step('a', { fields: ['nothing'] })] }],
  ['a step that is not there', { steps: [step('a', { after: ['b'] })] }],
  ['a period that is none', { steps: [step('a', { opensAt: { after: 'soon', from: 'run' } })] }],
  ['a field of another list', { steps: [step('a', { fields: ['spares.kind'] })] }],
  ['a value computed from itself', { derived: { a: 'b = "yes"', b: 'a' } }],
  ['a list that is none', { facts: [fact('x', 'text')], steps: [step('a', { adds: 'x' })] }],
])('refuses %s, saying where', (_, more) => {
  expect(compile(more)).toThrow(UncheckedProtocolError);
  expect(compile(more)).toThrow(/^it@1\.0\.0/);
});

it.each([
  ['safe = "yes"', true],
  ['safe = "yes" and done(look)', false],
  ['answer(found) = "refused"', false],
])('a list whose rows are computed by %s is monotone: %s', (good, isMonotone) => {
  const list = fact('nights', 'list', {
    row: byId([fact('safe', 'yes-no')]),
    derived: { good, best: 'good' },
  });
  const derived = { it: 'any(nights, safe = "no")', by_row: 'any(nights, best)' };
  const set = compileProtocols(SHARED, [protocol('it', { facts: [list], derived, steps: [step('look')] })]);
  expect(
    set.protocols
      .get('it')
      ?.get('1.0.0')
      ?.derived.map((one) => one.isMonotone),
  ).toEqual([isMonotone, isMonotone]);
});
