import type { Syntax } from '@repere/feel';
import { and, FALSE, ite, not, or, type Smt, TRUE } from '../smt';
import {
  type ChecklistTerm,
  type ItemTerm,
  type NumberTerm,
  type Term,
  truth,
  type TruthTerm,
  UNKNOWN,
} from './truth-terms';
import type { EncodingScope } from './world';

/** `any(checklist, "yes")`, `all(checklist, "no")`: Kleene's `or` and `and` over the items. */
export function encodeChecklistQuantifier(
  word: 'any' | 'all',
  { items }: ChecklistTerm,
  answer: Syntax,
  { world }: EncodingScope,
): TruthTerm {
  const { script } = world.query;
  const [is, isNot] = word === 'any' ? ([or, and] as const) : ([and, or] as const);
  const sides = [...items.values()].map((it) => sided(it, answer));
  return truth(
    script.name(is(...sides.map(([yes]) => yes))),
    script.name(isNot(...sides.map(([, no]) => no))),
  );
}

/** `count(checklist, "yes")`: from the items that say so to those that may. */
export function tally({ items }: ChecklistTerm, answer: Syntax | undefined): NumberTerm {
  const sides = [...items.values()].map((it) => sided(it, answer));
  return {
    kind: 'number',
    known: TRUE,
    low: total(sides.map(([yes]) => yes)),
    high: total(sides.map(([, no]) => not(no))),
    hasNoLow: FALSE,
    hasNoHigh: FALSE,
  };
}

/** `answered(checklist)`: true once every item is yes or no, never false. */
export function isAnswered(term: Term, { world }: EncodingScope): TruthTerm {
  if (term.kind !== 'checklist') return truth(FALSE, FALSE);
  const all = and(...[...term.items.values()].map((it) => or(it.yes, it.no)));
  return truth(world.query.script.name(all), FALSE);
}

/** `count_answers(checklist, "unknown", …)`: exact. */
export function encodeCountAnswers(term: Term, answers: readonly Syntax[]): Term {
  if (term.kind !== 'checklist') return UNKNOWN;
  const wanted = answers.flatMap((it) => (it.kind === 'literal' ? [String(it.value)] : []));
  const sum = total([...term.items.values()].map((item) => or(...wanted.map((it) => answeredBy(item, it)))));
  return { kind: 'number', known: TRUE, low: sum, high: sum, hasNoLow: FALSE, hasNoHigh: FALSE };
}

function answeredBy(item: ItemTerm, answer: string): Smt {
  if (answer === 'yes') return item.yes;
  if (answer === 'no') return item.no;
  if (answer === 'unknown' || answer === 'refused') return item.answered(answer);
  return not(or(item.yes, item.no, item.answered('unknown'), item.answered('refused')));
}

/** What makes the item this answer, and what the other one. */
function sided({ yes, no }: ItemTerm, answer: Syntax | undefined): readonly [Smt, Smt] {
  return answer?.kind === 'literal' && answer.value === 'no' ? [no, yes] : [yes, no];
}

const total = (terms: readonly Smt[]): Smt =>
  terms.length === 0 ? '0.0' : `(+ 0.0 ${terms.map((it) => ite(it, '1.0', '0.0')).join(' ')})`;
