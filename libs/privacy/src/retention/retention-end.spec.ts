import { dayNumber } from '@repere/feel';
import fc from 'fast-check';
import { endOfPeriod } from './period';
import { type PeriodInForce, retentionEnd } from './retention-end';
import { CASE_RULES, RETENTION_RULES } from './retention-rules';

const anyDay = fc.integer({ min: 10_000, max: 40_000 });
const anyPeriods = fc.uniqueArray(
  fc.record({ rule: fc.constantFrom(...CASE_RULES), months: fc.integer({ min: 0, max: 1200 }) }),
  { selector: ({ rule }) => rule, minLength: 1 },
);

describe('when a case is due', () => {
  it('never, without a period in force', () => {
    expect(retentionEnd([], { closed: 1, latestBirth: 1 })).toEqual({ kind: 'none' });
  });

  it('never, while it is open', () => {
    fc.assert(
      fc.property(anyPeriods, anyDay, (periods, latestBirth) => {
        expect(retentionEnd(periods, { closed: null, latestBirth }).kind).toBe('open');
      }),
    );
  });

  it('never by majority, while the birth is not known', () => {
    const periods: PeriodInForce[] = [{ rule: 'case-after-majority', months: 12 }];
    expect(retentionEnd(periods, { closed: 15_000, latestBirth: null })).toEqual({
      kind: 'open',
      rule: 'case-after-majority',
    });
  });

  it('once the longest of them is over, and not a day before', () => {
    fc.assert(
      fc.property(anyPeriods, anyDay, anyDay, (periods, closed, latestBirth) => {
        const end = retentionEnd(periods, { closed, latestBirth });
        const each = periods.map((period) => retentionEnd([period], { closed, latestBirth }));
        const days = each.map((it) => (it.kind === 'ends' ? it.on : Infinity));
        expect(end).toMatchObject({ kind: 'ends', on: Math.max(...days) });
      }),
    );
  });

  it('counts majority of who was born on 29 February from 1 March', () => {
    const latestBirth = dayNumber(2008, 2, 29);
    const end = retentionEnd([{ rule: 'case-after-majority', months: 0 }], { closed: 1, latestBirth });
    expect(end).toMatchObject({ kind: 'ends', on: endOfPeriod(dayNumber(2026, 3, 1), 0) });
  });
});

describe('the rules', () => {
  it('invent no figure: what is legal and unverified has no period', () => {
    for (const rule of RETENTION_RULES)
      if (rule.origin === 'LEGAL' && rule.status === 'unverified')
        expect([rule.id, rule.months, rule.days]).toEqual([rule.id, null, undefined]);
  });

  it('let nothing of a case end by itself', () => {
    for (const id of CASE_RULES)
      expect(RETENTION_RULES.find((rule) => rule.id === id)?.ends).toBe('two-persons');
  });
});
