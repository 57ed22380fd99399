import fc from 'fast-check';
import type { FactValue } from '@repere/protocol';
import { foldCase } from '../fold/case-state';
import { compileProtocols } from '../compile/compile-protocols';
import type { JournalEntry } from '../journal/journal-entry';
import { fact, otherwise, outcome, protocol, SHARED } from '@repere/protocol/testing';
import { MONDAY, PARIS } from '../testing/key-case';
import { viewCase } from '../view/view-case';

const NAMES = ['a', 'b', 'c'] as const;
const set = compileProtocols(SHARED, [
  protocol('sorting', {
    facts: NAMES.map((id) => fact(id, 'yes-no')),
    derived: { both: 'a = "yes" and b = "yes"' },
    outcomes: [
      outcome('KEPT', 'full', 'a = "yes" and c = "yes"'),
      outcome('GIVEN', 'less', 'both'),
      outcome('HELD', 'full', 'b = "no"'),
      outcome('SOLD', 'less', 'a = "no"'),
      otherwise('OPEN'),
    ],
  }),
]);
const PROTECTS: Readonly<Record<string, string>> = {
  KEPT: 'full',
  GIVEN: 'less',
  HELD: 'full',
  SOLD: 'less',
  OPEN: 'full',
};

function outcomeOf(values: Readonly<Record<string, FactValue>>): string {
  const base = {
    occurredAt: { from: MONDAY, to: MONDAY, precision: 'minute' as const },
    recordedAt: MONDAY,
    enteredBy: 'x',
  };
  const journal: JournalEntry[] = [
    { kind: 'run-opened', id: 'r', seq: 1, ...base, runId: 'r', protocol: 'sorting', version: '1.0.0' },
    { kind: 'facts-recorded', id: 'f', seq: 2, ...base, runId: 'r', values },
  ];
  return viewCase(foldCase(set, journal, { now: MONDAY, territory: PARIS })).runs[0]?.outcome?.id ?? '';
}

it('is the first line that holds', () => {
  expect(outcomeOf({ a: 'yes', b: 'yes', c: 'yes' })).toBe('KEPT');
  expect(outcomeOf({ a: 'yes', b: 'yes', c: 'no' })).toBe('GIVEN');
  expect(outcomeOf({ a: 'no', b: 'yes', c: 'no' })).toBe('SOLD');
  expect(outcomeOf({})).toBe('OPEN');
});

it('protects less only where every line above is exactly false', () => {
  expect(outcomeOf({ a: 'yes', b: 'yes' })).toBe('OPEN');
  expect(outcomeOf({ b: 'no' })).toBe('HELD');
});

it('never protects less because something was forgotten', () => {
  const value = fc.constantFrom<FactValue | undefined>('yes', 'no', undefined);
  fc.assert(
    fc.property(
      fc.record({ a: value, b: value, c: value }),
      fc.constantFrom(...NAMES),
      (known, forgotten) => {
        const given = Object.fromEntries(
          Object.entries(known).filter(([, it]) => it !== undefined),
        ) as Record<string, FactValue>;
        const before = PROTECTS[outcomeOf(given)];
        for (const answer of ['unknown', 'not-asked', 'refused'] as const) {
          const after = PROTECTS[outcomeOf({ ...given, [forgotten]: { answer } })];
          expect([before, after]).not.toEqual(['full', 'less']);
        }
      },
    ),
  );
});

it('ends where an outcome reads itself', () => {
  const circular = compileProtocols(SHARED, [
    protocol('sorting', { outcomes: [outcome('SELF', 'full', 'outcome = "SELF"'), otherwise('OPEN')] }),
  ]);
  const opened: JournalEntry = {
    kind: 'run-opened',
    id: 'r',
    seq: 1,
    occurredAt: { from: MONDAY, to: MONDAY, precision: 'minute' },
    recordedAt: MONDAY,
    enteredBy: 'x',
    runId: 'r',
    protocol: 'sorting',
    version: '1.0.0',
  };
  const view = viewCase(foldCase(circular, [opened], { now: MONDAY, territory: PARIS }));
  expect(view.runs[0]?.outcome?.id).toBe('OPEN');
});
