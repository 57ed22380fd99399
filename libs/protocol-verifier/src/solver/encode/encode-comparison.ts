import type {
  ComparisonOperator,
  ComparisonSyntax,
  IntervalSyntax,
  MembershipSyntax,
  Syntax,
} from '@repere/feel';
import { constantIn, isExact } from './encode-number';
import { and, FALSE, not, or, type Smt, TRUE } from '../smt';
import {
  type CodeTerm,
  type DateTerm,
  isKnown,
  type NumberTerm,
  type Term,
  truth,
  type TruthTerm,
} from './truth-terms';
import type { EncodingScope } from './world';

const UNDECIDED = truth(FALSE, FALSE);

/** `= != < <= > >=`: unknown if an operand is, or too imprecise to tell. */
export function encodeComparison(syntax: ComparisonSyntax, place: EncodingScope): TruthTerm {
  const { operator, left, right } = syntax;
  return named(compared(operator, place.encode(left, place), place.encode(right, place)), place);
}

/** `in`: one of the alternatives, by Kleene's `or`. */
export function encodeMembership(syntax: MembershipSyntax, place: EncodingScope): TruthTerm {
  const of = place.encode(syntax.of, place);
  const literals = syntax.among.map((it) => (it.kind === 'literal' ? it.value : undefined));
  if (of.kind === 'code' && literals.every((it) => it !== undefined)) {
    const inside = (is: boolean) =>
      [...of.codes].filter(([code]) => literals.includes(code) === is).map(([, it]) => it);
    return named(truth(or(...inside(true)), or(...inside(false))), place);
  }
  const tests = syntax.among.map((it) => alternative(of, it, place));
  return named(truth(or(...tests.map((it) => it.yes)), and(...tests.map((it) => it.no))), place);
}

function alternative(of: Term, syntax: Syntax | IntervalSyntax, place: EncodingScope): TruthTerm {
  if (syntax.kind !== 'interval') {
    const among = place.encode(syntax, place);
    return among.kind === 'codes' ? isMember(of, among) : compared('=', of, among);
  }
  const above = compared(syntax.lowIncluded ? '>=' : '>', of, place.encode(syntax.low, place));
  const below = compared(syntax.highIncluded ? '<=' : '<', of, place.encode(syntax.high, place));
  return truth(and(above.yes, below.yes), or(above.no, below.no));
}

function isMember(of: Term, among: Term & { kind: 'codes' }): TruthTerm {
  if (of.kind !== 'code') return UNDECIDED;
  const isIn = or(...[...of.codes].map(([code, is]) => and(is, among.members.get(code) ?? FALSE)));
  const known = and(among.known, isKnown(of));
  return truth(and(known, isIn), and(known, not(isIn)));
}

function compared(operator: ComparisonOperator, a: Term, b: Term): TruthTerm {
  switch (operator) {
    case '=':
      return same(a, b);
    case '!=':
      return turned(same(a, b));
    case '<':
      return before(a, b, false);
    case '<=':
      return before(a, b, true);
    case '>':
      return before(b, a, false);
    case '>=':
      return before(b, a, true);
  }
}

export const turned = ({ yes, no }: TruthTerm): TruthTerm => truth(no, yes);

function same(a: Term, b: Term): TruthTerm {
  if (a.kind === 'code' && b.kind === 'code') return sameCode(a, b);
  if (a.kind === 'number' && b.kind === 'number') return sameNumber(a, b);
  if (a.kind === 'date' && b.kind === 'date') return sameDate(a, b);
  if (a.kind === 'truth' && b.kind === 'truth') {
    return truth(or(and(a.yes, b.yes), and(a.no, b.no)), or(and(a.yes, b.no), and(a.no, b.yes)));
  }
  const [text, code] = a.kind === 'text' ? [a, b] : [b, a];
  if (text.kind !== 'text') return UNDECIDED;
  if (code.kind === 'code') {
    const is = or(...[...code.codes].map(([literal, isThat]) => and(isThat, text.is(literal))));
    const known = and(text.known, isKnown(code));
    return truth(and(known, is), and(known, not(is)));
  }
  if (code.kind !== 'text') return UNDECIDED;
  const known = and(text.known, code.known);
  const is = text.is(`=${code.known}`);
  return truth(and(known, is), and(known, not(is)));
}

function sameCode(a: CodeTerm, b: CodeTerm): TruthTerm {
  const pairs = [...a.codes].flatMap(([code, is]) =>
    [...b.codes].map(([other, isOther]) => [code === other, and(is, isOther)] as const),
  );
  return truth(
    or(...pairs.filter(([isSame]) => isSame).map(([, both]) => both)),
    or(...pairs.filter(([isSame]) => !isSame).map(([, both]) => both)),
  );
}

function sameNumber(a: NumberTerm, b: NumberTerm): TruthTerm {
  const known = and(a.known, b.known);
  const isApart = or(before(a, b, false).yes, before(b, a, false).yes);
  const [x, y] = [constantIn(a), constantIn(b)];
  const equal =
    x !== undefined && y !== undefined
      ? x === y
        ? TRUE
        : FALSE
      : a.low === b.low
        ? TRUE
        : `(= ${a.low} ${b.low})`;
  return truth(and(known, isExact(a), isExact(b), equal), and(known, isApart));
}

function sameDate(a: DateTerm, b: DateTerm): TruthTerm {
  const known = and(a.known, b.known);
  const isExactly = and(day('=', a.first, a.last), day('=', b.first, b.last), day('=', a.first, b.first));
  return truth(and(known, isExactly), and(known, or(day('<', a.last, b.first), day('<', b.last, a.first))));
}

/** `a < b`, or `a <= b`. */
function before(a: Term, b: Term, orSame: boolean): TruthTerm {
  if (a.kind === 'number' && b.kind === 'number') {
    const known = and(a.known, b.known);
    const yes = and(known, not(a.hasNoHigh), not(b.hasNoLow), number(orSame ? '<=' : '<', a.high, b.low));
    return truth(
      yes,
      and(known, not(a.hasNoLow), not(b.hasNoHigh), not(number(orSame ? '<=' : '<', a.low, b.high))),
    );
  }
  if (a.kind !== 'date' || b.kind !== 'date') return UNDECIDED;
  const known = and(a.known, b.known);
  return truth(
    and(known, day(orSame ? '<=' : '<', a.last, b.first)),
    and(known, not(day(orSame ? '<=' : '<', a.first, b.last))),
  );
}

function number(operator: '<' | '<=', a: Smt, b: Smt): Smt {
  if (a === b) return operator === '<' ? FALSE : TRUE;
  return `(${operator} ${a} ${b})`;
}

function day(operator: '<' | '<=' | '=', a: Smt, b: Smt): Smt {
  if (a === b) return operator === '<' ? FALSE : TRUE;
  return `(${operator} ${a} ${b})`;
}

function named({ yes, no }: TruthTerm, { world }: EncodingScope): TruthTerm {
  const { script } = world.query;
  return truth(script.name(yes), script.name(no));
}
