import fc from 'fast-check';
import { RISK_KINDS, type RiskFigures, rankByRisk, scoreRisk } from './score-risk';

const NONE: RiskFigures = {
  lateLegal: 0,
  rightsIncidents: 0,
  unprotected: 0,
  notReferred: 0,
  waived: 0,
  amended: 0,
};
const figures = fc.record<RiskFigures>({
  lateLegal: fc.nat(9),
  rightsIncidents: fc.nat(9),
  unprotected: fc.nat(1),
  notReferred: fc.nat(3),
  waived: fc.nat(9),
  amended: fc.nat(9),
});

describe('the points of a case', () => {
  it('are none where nothing stands out', () => {
    expect(scoreRisk(NONE)).toEqual({ score: 0, reasons: [] });
    expect(scoreRisk({ ...NONE, amended: 2 }).score).toBe(0);
  });

  it('are written beside their reasons', () => {
    expect(scoreRisk({ ...NONE, lateLegal: 2, unprotected: 1, amended: 3 })).toEqual({
      score: 12,
      reasons: [
        { kind: 'lateLegal', count: 2, points: 6 },
        { kind: 'unprotected', count: 1, points: 5 },
        { kind: 'amended', count: 3, points: 1 },
      ],
    });
  });

  it('are the sum of their reasons, and never fall when one more thing is found', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...RISK_KINDS), (known, kind) => {
        const { score, reasons } = scoreRisk(known);
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(scoreRisk({ ...known, [kind]: known[kind] + 1 }).score).toBeGreaterThanOrEqual(score);
      }),
    );
  });

  it('put the most first, the same way whatever the order', () => {
    const cases = [
      { id: 'b', score: 3 },
      { id: 'c', score: 9 },
      { id: 'a', score: 3 },
    ];
    expect(rankByRisk(cases).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(rankByRisk(cases.toReversed())).toEqual(rankByRisk(cases));
  });
});
