import fc from 'fast-check';
import {
  NON_ANSWERS,
  type ChecklistValue,
  type DateSpan,
  type ListValue,
  type NonAnswer,
  type RowValue,
  type Value,
} from '../value';
import type { FeelType, Scope } from '../expression-types';
import { type Numbers, numbersOf } from './random-expression';
import type { Small } from './small-scope';

const BOOLEAN: FeelType = { kind: 'boolean' };
const NUMBER: FeelType = { kind: 'number' };
const COLOUR: FeelType = { kind: 'choice', values: ['red', 'green', 'blue'] };
const DATE: FeelType = { kind: 'date' };

const TYPES: Readonly<Record<string, FeelType>> = {
  p: BOOLEAN,
  q: BOOLEAN,
  m: NUMBER,
  n: NUMBER,
  c: COLOUR,
  d: COLOUR,
  several: { kind: 'choices', values: ['red', 'green', 'blue'] },
  day: DATE,
  night: DATE,
  list: { kind: 'checklist', items: ['debt', 'phone'] },
  rows: { kind: 'list', row: { v: NUMBER, w: COLOUR } },
};

/** The facts that random expressions are about. */
export const randomScope: Scope<Small> = {
  name(name) {
    const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    return type && { type, read: (env) => env[name] ?? null, reference: { name, kind: 'fact' } };
  },
  call: () => undefined,
  names: () => Object.keys(TYPES),
};

const dayNumber = fc.nat(200);
const colour = fc.constantFrom('red', 'green', 'blue');
const yesNo = fc.constantFrom<'yes' | 'no'>('yes', 'no');
const several = fc.subarray(['red', 'green', 'blue']);

/** Everything known, exact and closed. */
export function knownFacts(numbers: Numbers): fc.Arbitrary<Small> {
  const point = numbersOf(numbers);
  return fc.record({
    p: fc.boolean(),
    q: fc.boolean(),
    m: point,
    n: point,
    c: colour,
    d: colour,
    rows: fc
      .array(fc.record({ v: point, w: colour }), { maxLength: 4 })
      .map((rows): ListValue => ({ rows: rows.map(rowOf), closed: true })),
  });
}

/** A value as somebody knew it, and as known by somebody who knows no more. */
type MoreAndLess<T> = readonly [more: T, less: T];

/** Facts as somebody knew them, and as known by somebody who knows no more: forgotten, blurred or left open. */
export const moreAndLess: fc.Arbitrary<MoreAndLess<Small>> = fc
  .record({
    p: forgotten(fc.boolean()),
    q: forgotten(fc.boolean()),
    m: blurredNumber(),
    n: blurredNumber(),
    c: forgotten(colour),
    d: forgotten(colour),
    several: forgotten(several),
    day: blurredDate(),
    night: blurredDate(),
    list: fc.record({ debt: forgottenItem(), phone: forgottenItem() }).map(split).map(bothWays(checklistOf)),
    rows: openedList(),
  })
  .map(split);

function forgotten<T extends Value>(value: fc.Arbitrary<T>): fc.Arbitrary<MoreAndLess<T | null>> {
  return value.chain((it) => fc.constantFrom([it, it] as const, [it, null] as const, [null, null] as const));
}

/** Around one point, a tenth, the less known the wider. */
function blurredNumber(): fc.Arbitrary<MoreAndLess<Value>> {
  const span = (at: number, by: number): Value =>
    by === 0 ? at / 10 : { low: (at - by * 10) / 10, high: (at + by * 10) / 10 };
  return fc
    .tuple(fc.integer({ min: -30, max: 30 }), fc.nat(2), fc.nat(2), fc.boolean())
    .map(([at, near, far, isGone]) => [span(at, near), isGone ? null : span(at, near + far)]);
}

function blurredDate(): fc.Arbitrary<MoreAndLess<Value>> {
  return fc
    .tuple(dayNumber, fc.nat(40), fc.nat(40), fc.boolean())
    .map(([at, near, far, isGone]) => [around(at, near), isGone ? null : around(at, near + far)]);
}

const around = (at: number, by: number): DateSpan => ({ firstDay: at - by, lastDay: at + by });

function forgottenItem(): fc.Arbitrary<MoreAndLess<'yes' | 'no' | NonAnswer>> {
  return fc
    .tuple(yesNo, fc.constantFrom(...NON_ANSWERS), fc.nat(2))
    .map(([answer, none, how]) => [how > 1 ? none : answer, how > 0 ? none : answer] as const);
}

/** Rows with forgotten fields; who knows less may lack rows, and then does not know that there are no others. */
function openedList(): fc.Arbitrary<MoreAndLess<Value>> {
  const fields = fc.record({ v: blurredNumber(), w: forgotten(colour) }).map(split);
  return fc
    .tuple(fc.array(fc.tuple(fields, fc.boolean()), { maxLength: 4 }), fc.boolean(), fc.boolean(), fc.nat(5))
    .map(([rows, isClosed, staysClosed, chance]): MoreAndLess<Value> => {
      const more: ListValue = { closed: isClosed, rows: rows.map(([[known]], i) => rowOf(known, i)) };
      if (chance === 0) return [more, null];
      const closed = isClosed && staysClosed;
      const kept = rows.map(([[, known], isKept], i) => (closed || isKept ? rowOf(known, i) : null));
      return [more, { closed, rows: kept.filter((one) => one !== null) }];
    });
}

function split<T>(pairs: Readonly<Record<string, MoreAndLess<T>>>): MoreAndLess<Readonly<Record<string, T>>> {
  const side = (which: 0 | 1) =>
    Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[which]]));
  return [side(0), side(1)];
}

function bothWays<A, B>(turn: (one: A) => B): (pair: MoreAndLess<A>) => MoreAndLess<B> {
  return ([more, less]) => [turn(more), turn(less)];
}

function rowOf(fields: Readonly<Record<string, Value>>, index: number): RowValue {
  return { id: `r${index}`, fields };
}

function checklistOf(items: Readonly<Record<string, 'yes' | 'no' | NonAnswer>>): ChecklistValue {
  return { items: new Map(Object.entries(items)) };
}
