import { plantedCosts } from '../check/planted-costs';
import { rehearseBranch, rehearseModel, rehearsePlanted } from '../check/rehearse';
import { Practice } from '../practice/practice';
import { timeIn } from '../practice/begin-practice';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { scoreOf } from './score-of';

const scenario = scenarioWith();
const pick = ({ set, territory, journal, now, answers, ticks, attempts, ratings }: Practice) => ({
  ...{ set, scenario, territory, journal, now, answers, ticks, attempts, ratings },
});
const keys = (practice: Practice) => scoreOf(practice).lost.map(({ key }) => key);

describe('the score', () => {
  it('of the model run is a hundred', () => {
    const { problems, score } = rehearseModel(SHELTER, scenario, PARIS);
    expect({ problems, lost: score.lost, percent: score.percent, fitness: score.fitness }).toEqual({
      problems: [],
      lost: [],
      percent: 100,
      fitness: 1,
    });
    expect(score.met.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['expectations:early', 'expectations:place-after', 'questions:who-first']),
    );
  });

  it('of a run with a fault loses exactly what the fault costs, each with its moment', () => {
    const [planted] = scenario.planted;
    if (!planted) throw new Error('none');
    const { score } = rehearsePlanted(SHELTER, scenario, PARIS, planted);
    const costs = plantedCosts(SHELTER, scenario, planted);
    expect(score.lost.map(({ key, points }) => `${key} ${points}`).sort()).toEqual(
      costs.map(({ key, points }) => `${key} ${points}`),
    );
    expect(score.of - score.points).toBe(costs.reduce((sum, { points }) => sum + points, 0));
    const late = score.lost.find(({ key }) => key === 'deadlines:shelter.assess');
    expect(late).toMatchObject({ at: timeIn(PARIS, '2025-03-05T09:00'), step: 'assess', points: 1 });
    expect(score.percent).toBeLessThan(100);
  });

  it('of nothing done loses what was expected, and says when', () => {
    const practice = new Practice(SHELTER, scenario, PARIS);
    practice.perform({ kind: 'wait', until: timeIn(PARIS, scenario.ends) });
    expect(keys(practice)).toEqual(
      expect.arrayContaining([
        'steps:shelter.assess',
        'deadlines:shelter.assess',
        'expectations:early',
        'expectations:seen',
      ]),
    );
    const early = scoreOf(practice).lost.find(({ key }) => key === 'expectations:early');
    expect(early?.at).toBe(timeIn(PARIS, '2025-03-03T15:00'));
  });

  const ASSESSED = 'by: TS, step: assess, set: { danger: grave }, best_interests: x, child_view: x, note: x';
  it.each([
    [
      'colleagues did before',
      'beats:',
      `before: [{ at: 2025-03-02T09:00, ${ASSESSED} }, { at: 2025-03-02T10:00, by: SUP, approve: assess }]\nbeats:`,
    ],
    ['somebody in the story does since', 'unless: done(assess)', `do: [{ ${ASSESSED} }]`],
  ])('of nothing done is nought, whatever %s', (_, from, to) => {
    const told = scenarioWith(from, to);
    const practice = new Practice(SHELTER, told, PARIS);
    practice.perform({ kind: 'wait', until: timeIn(PARIS, told.ends) });
    expect(practice.untold).toEqual([]);
    expect(practice.journal.some((it) => it.kind === 'step-completed' && it.step === 'assess')).toBe(true);
    const score = scoreOf(practice);
    expect(score.parts.filter(({ points }) => points !== 0)).toEqual([]);
    expect([score.met, score.percent]).toEqual([[], 0]);
    // What was never put to the test was neither kept nor broken.
    expect(score.lost.map(({ key }) => key)).not.toContain('expectations:never-safe');
  });

  it('counts what is done again since, and what falls due since', () => {
    const before = `before: [{ at: 2025-03-02T09:00, ${ASSESSED} }]\nbeats:`;
    const told = scenarioWith('beats:', before);
    const approved = new Practice(SHELTER, told, PARIS);
    approved.perform({ kind: 'line', line: { by: 'SUP', approve: 'assess' } });
    expect(scoreOf(approved).parts.find(({ part }) => part === 'steps')).toMatchObject({ points: 2, of: 2 });
    expect(scoreOf(approved).met.map(({ key }) => key)).toContain('expectations:never-safe');
  });

  it('takes three points for trying what a guard refuses, once, and none for a form that is not filled', () => {
    const practice = rehearseModel(SHELTER, scenario, PARIS).practice;
    const whole = scoreOf(practice).points;
    const tried = new Practice(SHELTER, scenario, PARIS, practice.acts.slice(0, 2));
    for (let i = 0; i < 2; i++) tried.perform({ kind: 'line', line: { approve: 'assess', entered: 'TS' } });
    tried.perform({ kind: 'line', line: { by: 'TS', step: 'assess' } });
    for (const act of practice.acts.slice(2)) tried.perform(act);
    const score = scoreOf(tried);
    expect(score.lost.map(({ key, points }) => `${key} ${points}`)).toEqual(['safeguards:shelter.assess 3']);
    expect(score.points).toBe(whole - 3);
  });

  it('is computed from the record alone, and so comes out the same for whoever has it', () => {
    const { practice, score } = rehearseModel(SHELTER, scenario, PARIS);
    expect(scoreOf({ ...pick(practice), isOver: true })).toEqual(score);
  });

  it('leaves open what is not due yet, and decides it once, at its moment', () => {
    const begun = new Practice(SHELTER, scenario, PARIS);
    const record = (until: string, isOver = false) => {
      const practice = new Practice(SHELTER, scenario, PARIS);
      practice.perform({ kind: 'wait', until: timeIn(PARIS, until) });
      return scoreOf({ ...pick(practice), isOver });
    };
    const expected = (score: ReturnType<typeof scoreOf>) => {
      const keyed = [...score.lost, ...score.met].filter(({ key }) => key.startsWith('expectations:'));
      return keyed.map(({ key, at }) => `${key} ${String(at)}`);
    };
    const asked = [...scenario.expectations, ...(scenario.questions ?? [])];
    const all = asked.reduce((sum, { points = 1 }) => sum + points, 0);
    const first = scoreOf({ ...pick(begun), isOver: false });
    expect([expected(first), first.open]).toEqual([[], all]);
    // Looked at later, what was lost was lost then.
    const due = record('2025-03-03T15:30');
    expect(expected(due)).toEqual([`expectations:early ${String(timeIn(PARIS, '2025-03-03T15:00'))}`]);
    expect(expected(record('2025-03-04T09:00'))[0]).toBe(expected(due)[0]);
    // Whoever is done has nothing open.
    expect(record('2025-03-03T10:00', true).open).toBe(0);
    expect(record(scenario.ends).open).toBe(0);
  });

  it('a tick after its time is too late', () => {
    const practice = new Practice(SHELTER, scenario, PARIS);
    practice.perform({ kind: 'wait', until: timeIn(PARIS, '2025-03-05T10:00') });
    practice.perform({ kind: 'tick', expectation: 'seen', seen: true });
    expect(keys(practice)).toContain('expectations:seen');
  });

  it('a branch of the scenario is told from its moment on', () => {
    const [branch] = scenario.branches ?? [];
    if (!branch) throw new Error('none');
    const { problems, practice } = rehearseBranch(SHELTER, scenario, PARIS, branch);
    expect(problems).toEqual([]);
    const [found] = practice.journal.filter((it) => 'step' in it && it.step === 'find_place');
    expect(found?.recordedAt).toBe(timeIn(PARIS, '2025-03-03T13:00'));
  });
});
