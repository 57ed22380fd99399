import { conformanceOf } from '@repere/case-engine';
import { rehearseModel, rehearsePlanted } from '../check/rehearse';
import { replayPractice } from '../practice/begin-practice';
import type { Practice } from '../practice/practice';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { findCommonDeviations, type GroupDeviation, gravestOf, handlingOf, tallyRuns } from './step-handling';

const scenario = scenarioWith();
const words = (text: string) => ({ fr: text, en: text });

function handled({ set, journal, now }: Practice) {
  const { state } = replayPractice(set, scenario, PARIS, now, journal);
  const [run] = conformanceOf(state).runs;
  if (!run) throw new Error('no run');
  return {
    ...{ protocol: run.protocol, version: run.version },
    steps: run.steps.map((step) => ({ step: step.step, title: step.title, handling: handlingOf(step) })),
  };
}
const model = handled(rehearseModel(SHELTER, scenario, PARIS).practice);
const late = () => {
  const [planted] = scenario.planted;
  if (!planted) throw new Error('none');
  return handled(rehearsePlanted(SHELTER, scenario, PARIS, planted).practice);
};
const of = ({ steps }: ReturnType<typeof handled>, step: string) => steps.find((it) => it.step === step);

describe('how a class handled a step', () => {
  it('is as it should be in the model run, late where it was, and open where nothing was owed', () => {
    expect(of(model, 'assess')?.handling).toBe('done');
    expect(of(model, 'night')?.handling).toBe('open');
    expect(of(late(), 'assess')?.handling).toBe('late');
  });

  const step = { expectation: 'expected', times: 1, isInTime: true, isInOrder: true, isMet: true } as const;
  it.each([
    ['missing', { times: 0, isMet: false, isInTime: null, isInOrder: null }],
    ['missing', { times: 0, isMet: false, isInTime: false, isInOrder: null }],
    ['unknown', { expectation: 'unknown', times: 0, isMet: false, isInTime: null, isInOrder: null }],
    ['open', { expectation: 'not-applicable', times: 0, isMet: false, isInTime: null, isInOrder: null }],
    ['late', { isInTime: false, isMet: false }],
    ['otherwise', { isInOrder: false }],
    ['otherwise', { isMet: false }],
    ['open', { expectation: 'open', isMet: false, isInTime: null }],
    ['done', { expectation: 'open', isInTime: null }],
    ['unknown', { expectation: 'unknown', isMet: false, isInTime: null }],
    ['otherwise', { expectation: 'not-applicable', isMet: false, isInTime: null }],
    ['waived', { expectation: 'waived', times: 0, isMet: false }],
  ] as const)('is %s where it is %j', (handling, changed) => {
    expect(handlingOf({ ...step, ...changed })).toBe(handling);
  });
});

describe('several classes together', () => {
  it('are counted step by step, and no run is lost', () => {
    const [tally, ...others] = tallyRuns([model, late(), model]);
    expect([tally?.runs, others]).toEqual([3, []]);
    const assess = tally?.steps.find((it) => it.step === 'assess');
    expect(assess?.counts).toMatchObject({ done: 2, late: 1, missing: 0 });
    for (const { counts } of tally?.steps ?? [])
      expect(Object.values(counts).reduce((sum, it) => sum + it, 0)).toBe(3);
    expect(assess && gravestOf(assess.counts)).toBe('late');
    expect(tallyRuns([])).toEqual([]);
  });

  it('of other versions are counted apart', () => {
    expect(tallyRuns([model, { ...model, version: '2.0.0' }]).map(({ runs }) => runs)).toEqual([1, 1]);
  });

  it('have the deviations that are commonest first, each with how many classes and who', () => {
    const deviation = (kind: GroupDeviation['kind'], step: string, who: string | null): GroupDeviation => ({
      ...{ kind, step, who, protocol: 'shelter', title: words(step), text: words(`${kind} ${step}`) },
    });
    const common = findCommonDeviations([
      [
        deviation('late', 'assess', 'Kiwi'),
        deviation('late', 'assess', 'Kiwi'),
        deviation('flag', 'night', null),
      ],
      [deviation('skipped', 'night', null), deviation('late', 'assess', 'Noix')],
      [],
    ]);
    expect(common.map(({ kind, step, groups, times, who }) => [kind, step, groups, times, who])).toEqual([
      ['late', 'assess', 2, 3, ['Kiwi', 'Noix']],
      ['skipped', 'night', 1, 1, []],
      ['flag', 'night', 1, 1, []],
    ]);
    expect(findCommonDeviations([])).toEqual([]);
  });
});
