import type { ListValue, Value } from '../value';
import { compileExpression } from '../compile/compile-expression';
import type { FeelType, Scope } from '../expression-types';

type Facts = Readonly<Record<string, Value>>;

const TYPES: Readonly<Record<string, FeelType>> = {
  birth: { kind: 'date' },
  seen: { kind: 'date' },
  decisions: {
    kind: 'list',
    row: {
      says: { kind: 'choice', values: ['minor', 'adult'] },
      on: { kind: 'date' },
      final: { kind: 'boolean' },
    },
    orderedBy: 'on',
  },
};

const scope: Scope<Facts> = {
  name(name) {
    const type = TYPES[name];
    return type && { type, read: (facts) => facts[name] ?? null, reference: { name, kind: 'fact' } };
  },
  call: () => undefined,
  names: () => Object.keys(TYPES),
};

function evaluate(source: string, facts: Facts): Value {
  const compiled = compileExpression(source, scope);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message.en).join('\n'));
  return compiled.value.evaluate(facts);
}

const on = (firstDay: number, lastDay = firstDay) => ({ firstDay, lastDay });

function decisions(
  ...rows: readonly (readonly [says: string | null, on: Value, final?: boolean | null])[]
): ListValue {
  return {
    closed: true,
    rows: rows.map(([says, date, final = true], index) => ({
      id: `d${index}`,
      fields: { says, on: date, final },
    })),
  };
}

const LAST = 'last(decisions, final).says';

describe('last() of a list that is ordered by a date', () => {
  it('gives the newest by date, whatever the order of entry', () => {
    expect(evaluate(LAST, { decisions: decisions(['adult', on(20)], ['minor', on(10)]) })).toBe('adult');
  });

  it('skips rows for which the condition is false', () => {
    expect(evaluate(LAST, { decisions: decisions(['minor', on(10)], ['adult', on(20), false]) })).toBe(
      'minor',
    );
  });

  it.each([
    ['a date is not known', decisions(['minor', on(20)], ['adult', null])],
    ['two dates may be in either order', decisions(['minor', on(20)], ['adult', on(0, 365)])],
    ['two rows are of the same day', decisions(['minor', on(20)], ['adult', on(20)])],
    ['a newer row may count or not', decisions(['minor', on(10)], ['adult', on(20), null])],
    ['the newest does not say', decisions(['minor', on(10)], [null, on(20)])],
  ])('is unknown when %s', (_, list) => {
    expect(evaluate(LAST, { decisions: list })).toBeNull();
  });

  it.each([
    ['without its date', null],
    ['of an imprecise date', on(0, 90)],
  ])('is known when all that may be the last agree: one %s', (_, date) => {
    const list = decisions(['adult', on(20)], ['adult', date], ['minor', on(5)]);
    expect(evaluate(LAST, { decisions: list })).toBe('adult');
  });

  it('is unknown while the list is open', () => {
    expect(evaluate(LAST, { decisions: { ...decisions(['adult', on(20)]), closed: false } })).toBeNull();
  });
});

describe('latest()', () => {
  it('gives the last day that the date allows', () => {
    expect(evaluate('latest(birth)', { birth: on(1, 31) })).toEqual(on(31));
    expect(evaluate('latest(birth) < seen', { birth: on(1, 31), seen: on(31) })).toBe(false);
    expect(evaluate('latest(birth) < seen', { birth: on(1, 31), seen: on(32) })).toBe(true);
  });

  it('is unknown of an unknown date', () => {
    expect(evaluate('latest(birth)', {})).toBeNull();
  });

  it('is not monotone, so that no line that protects less can rest on it', () => {
    const compiled = compileExpression('latest(birth)', scope);
    expect(compiled.ok && compiled.value.isMonotone).toBe(false);
  });

  it('takes one date', () => {
    expect(compileExpression('latest(birth, seen)', scope).ok).toBe(false);
    expect(compileExpression('latest(decisions)', scope).ok).toBe(false);
  });
});
