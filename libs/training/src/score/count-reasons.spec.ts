import { rehearseModel } from '../check/rehearse';
import type { Practice } from '../practice/practice';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import type { ReasonRating } from './reason-rubric';
import { scoreOf } from './score-of';
import { listWrittenReasons } from './written-reasons';

const { practice } = rehearseModel(SHELTER, scenarioWith(), PARIS);

const scored = (ratings: ReadonlyMap<string, ReasonRating>, of: Practice = practice) => {
  const { set, scenario, territory, journal, now, answers, ticks, attempts } = of;
  return scoreOf({
    ...{ set, scenario, territory, journal, now, answers, ticks, attempts, ratings },
    isOver: true,
  });
};
const [reason] = listWrittenReasons(SHELTER, practice.runs, practice.journal, 0);
if (!reason) throw new Error('the model run gives no reason');
const part = (score: ReturnType<typeof scored>) => score.parts.find((it) => it.part === 'reasons');

describe('reasons, as whoever leads rated them', () => {
  it('are those of acts for which the protocol asks why, in their own words', () => {
    expect(reason).toMatchObject({ step: 'assess', title: { en: 'Assess' }, basis: ['G02'] });
    expect(reason.said.map(({ en }) => en)).toEqual([
      ...['Danger: grave', 'Best interests: x', "The child's view: x", 'x'],
    ]);
    expect(listWrittenReasons(SHELTER, practice.runs, practice.journal, 0)).toHaveLength(1);
    expect(listWrittenReasons(SHELTER, practice.runs, practice.journal, practice.now + 1)).toEqual([]);
  });

  it('count nothing while nobody rated them, and that is told', () => {
    const score = scored(new Map());
    expect(part(score)).toEqual({ part: 'reasons', of: 0, points: 0 });
    expect([score.unratedReasons, score.percent]).toEqual([1, 100]);
  });

  it('count what was looked at alone', () => {
    const score = scored(new Map([[reason.entryId, { met: ['facts', 'words'], missing: [] }]]));
    expect(part(score)).toEqual({ part: 'reasons', of: 2, points: 2 });
    expect([score.unratedReasons, score.percent, score.lost]).toEqual([0, 100, []]);
  });

  it('lose a point for each that is not there, with moment, step, words and grounds', () => {
    const score = scored(new Map([[reason.entryId, { met: ['facts'], missing: ['words', 'judgement'] }]]));
    expect(part(score)).toEqual({ part: 'reasons', of: 3, points: 1 });
    const [lost, ...others] = score.lost;
    expect(others).toEqual([]);
    expect(lost).toMatchObject({ key: 'reasons:shelter.assess', points: 2, at: reason.at, step: 'assess' });
    expect(lost?.basis).toEqual(['G02', 'G03', 'S32', 'S62']);
    expect(lost?.why.en).toContain('judges');
  });

  it('come out the same whoever counts: a branch with the same journal, and the run told once more', () => {
    const ratings = new Map([[reason.entryId, { met: ['facts'], missing: ['ground'] }]] as const);
    const branch = practice.branchAt(practice.moments.length - 1);
    expect(scored(ratings, branch)).toEqual(scored(ratings));
  });

  it('that somebody rated and that are in no journal count nothing', () => {
    expect(scored(new Map([['elsewhere', { met: [], missing: ['facts'] }]]))).toEqual(scored(new Map()));
  });
});
