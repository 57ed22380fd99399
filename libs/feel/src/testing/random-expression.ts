import fc from 'fast-check';

/** A random expression, as the subset writes it and as standard FEEL does. */
export interface Written {
  readonly ours: string;
  readonly standard: string;
}

type Grammar = Readonly<Record<'condition' | 'number' | 'inRow', Written>>;

const same = (text: string): Written => ({ ours: text, standard: text });

function fillTemplate(template: string, ...parts: readonly Written[]): Written {
  const write = (how: keyof Written) => template.replace(/\$(\d)/g, (_, i) => parts[Number(i)]?.[how] ?? '');
  return { ours: write('ours'), standard: write('standard') };
}

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
const code = fc.constantFrom('red', 'green', 'blue').map((one) => same(`"${one}"`));
const colour = fc.constantFrom('c', 'd').map(same);
/**
 * The numbers that are written and known: wholes with quarters, which the oracle's binary numbers compute exactly too, or with
 * thousandths of which many meet, which only decimals do.
 */
export type Numbers = 'quarters' | 'thousandths';
const WRITTEN: Readonly<Record<Numbers, fc.Arbitrary<number>>> = {
  quarters: fc.oneof(fc.integer({ min: -4, max: 4 }), quotientsOf(4)),
  thousandths: fc.oneof(fc.integer({ min: -4, max: 4 }), quotientsOf(10), quotientsOf(1000)),
};

function quotientsOf(by: number): fc.Arbitrary<number> {
  return fc.integer({ min: -3 * by, max: 3 * by }).map((whole) => whole / by);
}

/** A number as facts have it. */
export const numbersOf = (numbers: Numbers): fc.Arbitrary<number> => WRITTEN[numbers];

const range = fc
  .tuple(
    fc.integer({ min: -4, max: 1 }),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('[', '('),
    fc.constantFrom(']', ')'),
  )
  .map(([low, high, open, close]) => same(`${open}${low}..${high}${close}`));
/**
 * Random expressions over the facts of `random-facts.ts`. `extended` adds what standard FEEL has no words for:
 * checklists, imprecise dates, `last`.
 */
export function randomExpression(
  kind: 'condition' | 'number',
  extended: boolean,
  numbers: Numbers = 'thousandths',
): fc.Arbitrary<Written> {
  const literal = WRITTEN[numbers].map((one) => same(String(one)));
  const plainNumber = fc.oneof(fc.constantFrom('m', 'n').map(same), literal);
  const { condition, number } = fc.letrec<Grammar>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expression' },
      fc.constantFrom('p', 'q').map(same),
      fc
        .tuple(colour, fc.constantFrom('=', '!='), code)
        .map(([a, sign, b]) => fillTemplate(`($0 ${sign} $1)`, a, b)),
      fc
        .tuple(colour, code, fc.oneof(code, colour))
        .map((parts) => fillTemplate('($0 in ($1, $2))', ...parts)),
      ...(extended ? ONLY_OURS : []),
      comparison(tie('number'), tie('number')),
      // Bounds in order: feelin reads [3..1] as [1..3], the standard as empty.
      fc.tuple(tie('number'), range).map((parts) => fillTemplate('($0 in $1)', ...parts)),
      fc.tuple(tie('condition'), tie('condition')).map((parts) => fillTemplate('($0 and $1)', ...parts)),
      fc.tuple(tie('condition'), tie('condition')).map((parts) => fillTemplate('($0 or $1)', ...parts)),
      fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map((p) => fillTemplate('($0 and $1 and $2)', ...p)),
      fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map((p) => fillTemplate('($0 or $1 or $2)', ...p)),
      tie('condition').map((one) => fillTemplate('not($0)', one)),
      tie('inRow').map((one) => fillTemplate('(some r in rows satisfies $0)', withRow(one))),
      tie('inRow').map((one) => fillTemplate('(every r in rows satisfies $0)', withRow(one))),
    ),
    number: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      plainNumber,
      fc
        .tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number'))
        .map(([a, sign, b]) => fillTemplate(`($0 ${sign} $1)`, a, b)),
      fc
        .tuple(tie('number'), fc.constantFrom('2', '4', '-8'))
        .map(([a, b]) => fillTemplate(`($0 / ${b})`, a)),
      tie('number').map((one) => fillTemplate('(-$0)', one)),
      fc
        .tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number'))
        .map(([w, a, b]) => fillTemplate(`${w}($0, $1)`, a, b)),
      fc.constant(same('count(rows)')),
      tie('inRow').map(({ ours, standard }) => ({
        ours: `count(rows, ${ours})`,
        // `= true`, because feelin loses the item in a filter that begins with not().
        standard: `count(rows[${standard.replaceAll('v', 'item.v').replaceAll('w', 'item.w')} = true])`,
      })),
    ),
    inRow: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'row' },
      fc.tuple(fc.constantFrom('=', '!='), code).map(([sign, b]) => fillTemplate(`(w ${sign} $0)`, b)),
      comparison(fc.constant(same('v')), plainNumber),
      fc.tuple(tie('inRow'), tie('inRow')).map((parts) => fillTemplate('($0 and $1)', ...parts)),
      tie('inRow').map((one) => fillTemplate('not($0)', one)),
    ),
  }));
  return kind === 'condition' ? condition : number;
}

function comparison(left: fc.Arbitrary<Written>, right: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return fc
    .tuple(left, fc.constantFrom(...COMPARISONS), right)
    .map(([a, sign, b]) => fillTemplate(`($0 ${sign} $1)`, a, b));
}

/** Fields of the row at hand are bare in `count`, and `r.v` in `some` and `every`. */
function withRow({ ours }: Written): Written {
  return same(ours.replaceAll('v', 'r.v').replaceAll('w', 'r.w'));
}

const ONLY_OURS: readonly fc.Arbitrary<Written>[] = [
  'any(list, "yes")',
  'all(list, "no")',
  'any(list, "no")',
  'answered(list)',
  '(list.debt = "yes")',
  '(list.phone != "no")',
  '(count(list, "yes") >= 1)',
  '(count(list, "no") < 2)',
  '(day < night)',
  '(day >= night)',
  '(day = night)',
  '(day in [night..day])',
  '(months_between(day, night) > 2)',
  '(months_begun(day, night) <= 3)',
  '(last(rows, v > 0).w = "red")',
  '(last(rows, w != "blue").v < 2)',
  '("red" in several)',
  'any(rows, v > 1)',
  'all(rows, w = "red")',
  '(min(rows.v) < 0)',
  '(max(rows.v) >= m)',
].map((one) => fc.constant(same(one)));
