import { rehearseModel, rehearsePlanted } from '../check/rehearse';
import { timeIn } from '../practice/begin-practice';
import { Practice } from '../practice/practice';
import { scoreOf } from '../score/score-of';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { compareRuns } from './compare-runs';
import type { ToldRun } from './list-acts';
import { listModelActs } from './list-model-acts';

const scenario = scenarioWith();
const model = listModelActs(SHELTER, scenario, PARIS);
const from = timeIn(PARIS, scenario.begins);
const told = ({ runs, journal }: Practice): ToldRun => ({
  ...{ set: SHELTER, runs, journal, from, others: new Set<string>() },
});
const beside = (practice: Practice) => compareRuns(model, told(practice), scoreOf(practice).lost, scenario);
const shape = (practice: Practice) =>
  beside(practice).map(({ key, model, group }) => [key, model !== null, group !== null]);

describe('a class beside the model run', () => {
  it('of the model run itself has every act on both sides, and nothing lost; the world’s own act is not the model’s', () => {
    const { practice } = rehearseModel(SHELTER, scenario, PARIS);
    expect(shape(practice)).toEqual([
      ['step-completed shelter.assess', true, true],
      ['entry-approved shelter.assess', true, true],
      ['step-completed shelter.find_place', true, true],
      ['step-completed shelter.judge', false, true],
    ]);
    expect(beside(practice).flatMap(({ lost }) => lost)).toEqual([]);
    for (const { model: one, group: other } of beside(practice).slice(0, 3)) {
      expect(other?.at).toBe(one?.at);
      expect([other?.title, other?.said]).toEqual([one?.title, one?.said]);
    }
  });

  it('has what was done late beside when it should have been, with the points that it lost, told once', () => {
    const [planted] = scenario.planted;
    if (!planted) throw new Error('none');
    const { practice } = rehearsePlanted(SHELTER, scenario, PARIS, planted);
    const [assess, approve] = beside(practice);
    expect(assess).toMatchObject({
      model: { at: timeIn(PARIS, '2025-03-03T10:00') },
      group: { at: timeIn(PARIS, '2025-03-05T10:00') },
      // What the story looks for at this step as well.
      lost: expect.arrayContaining([
        ...['steps:shelter.assess', 'deadlines:shelter.assess', 'expectations:early'],
      ]),
    });
    expect([approve?.key, approve?.lost]).toEqual(['entry-approved shelter.assess', []]);
  });

  it('has nothing beside the model where nothing was done', () => {
    const idle = new Practice(SHELTER, scenario, PARIS);
    idle.perform({ kind: 'wait', until: timeIn(PARIS, scenario.ends) });
    const rows = beside(idle);
    expect(rows.map(({ group }) => group)).toEqual([null, null, null]);
    expect(rows[0]?.lost).toEqual(expect.arrayContaining(['steps:shelter.assess']));
  });

  it('has what the class alone did, again and again as well, where it happened', () => {
    const { practice: modelRun } = rehearseModel(SHELTER, scenario, PARIS);
    const again = new Practice(SHELTER, scenario, PARIS, modelRun.acts.slice(0, 3));
    const line = { at: '2025-03-03T11:30', by: 'TS', step: 'night', row: { id: 'n1', safe: 'yes' } };
    expect(again.perform({ kind: 'line', line })).toEqual({ ok: true });
    const second = { ...line, at: '2025-03-03T11:40', row: { id: 'n2', safe: 'yes' } };
    expect(again.perform({ kind: 'line', line: second })).toEqual({ ok: true });
    const rows = beside(again).filter(({ model: one }) => one === null);
    expect(rows.map(({ key }) => key)).toEqual([
      'step-completed shelter.night',
      'step-completed shelter.night 2',
    ]);
    expect(beside(again).findIndex(({ key }) => key.includes('night'))).toBe(2);
  });

  it('leaves out what was there before the story began', () => {
    const { practice } = rehearseModel(SHELTER, scenario, PARIS);
    const later = { ...told(practice), from: practice.now + 1 };
    expect(compareRuns(model, later, [], scenario).every(({ group }) => group === null)).toBe(true);
  });
});
