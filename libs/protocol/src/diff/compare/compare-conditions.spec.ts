import fc from 'fast-check';
import { parseExpression, type Syntax, type Truth } from '@repere/feel';
import { compareConditions } from './compare-conditions';

it.each([
  ['a', 'a or b', 'weaker'],
  ['a and b', 'a', 'weaker'],
  ['a', 'a and b', 'stronger'],
  ['a or b', 'b or a', 'same'],
  ['(a) and b', 'b and a', 'same'],
  ['x = "1"', 'x in ("1", "2")', 'weaker'],
  ['x in ("1", "2")', 'x in ("2", "1")', 'same'],
  ['n >= 3', 'n > 5', 'stronger'],
  ['n >= 3', 'n > 3', 'stronger'],
  ['n < 3', 'n <= 3', 'weaker'],
  ['n >= 3', 'n <= 3', 'rewritten'],
  ['not(a)', 'not(a and b)', 'weaker'],
  ['some s in l satisfies s.ok', 'some s in l satisfies s.ok or s.new', 'weaker'],
  ['some s in l satisfies s.ok', 'every s in l satisfies s.ok', 'rewritten'],
  ['a', 'b', 'rewritten'],
  ['true', 'a', 'stronger'],
  ['false', 'a', 'weaker'],
  ['a and b', 'a or c', 'weaker'],
])('from %s to %s is %s', (before, after, change) => {
  expect(compareConditions(before, after)).toBe(change);
});

it('reads a condition with many levels as soon as one with few', () => {
  const deep = Array.from({ length: 28 }, (_, n) => (n % 2 === 0 ? 'a and' : 'b or')).reduceRight(
    (held, word) => `${word} (${held})`,
    'c',
  );
  expect(compareConditions(deep, deep.replace('c', 'd'))).toBe('rewritten');
  expect(compareConditions('a', deep)).toBe('stronger');
});

const anyCondition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', 'c'),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => `(${x} and ${y})`),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => `(${x} or ${y})`),
    tie('condition').map((x) => `not(${x})`),
  ),
})).condition;

it('tells nothing that an answer, known or not, contradicts', () => {
  const truth = fc.constantFrom<Truth>(true, false, null);
  fc.assert(
    fc.property(anyCondition, anyCondition, fc.record({ a: truth, b: truth, c: truth }), (x, y, known) => {
      const [was, is] = [valueOf(x, known), valueOf(y, known)];
      const change = compareConditions(x, y);
      if (change === 'weaker' || change === 'same') {
        if (was === true) expect(is).toBe(true);
        if (is === false) expect(was).toBe(false);
      }
      if (change === 'stronger' || change === 'same') {
        if (is === true) expect(was).toBe(true);
        if (was === false) expect(is).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

/** By Kleene, as ranks: false below unknown below true. */
const RANKS: readonly Truth[] = [false, null, true];

function valueOf(text: string, known: Readonly<Record<string, Truth>>): Truth {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(text);
  const rank = (it: Syntax): number => {
    if (it.kind === 'name') return RANKS.indexOf(known[it.name] ?? null);
    if (it.kind === 'call') return 2 - (it.args[0] ? rank(it.args[0]) : 1);
    if (it.kind !== 'junction') throw new Error(it.kind);
    const ranks = it.operands.map(rank);
    return it.word === 'and' ? Math.min(...ranks) : Math.max(...ranks);
  };
  return RANKS[rank(parsed.value)] ?? null;
}
