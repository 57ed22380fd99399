import { readSent } from '../decide/checks/ask-of-sent';
import { testIn } from '../steps/step-state';
import { conformanceOf } from '../conformance/conformance-of';
import { viewCase } from '../view/view-case';
import { HOUR, KeyCase } from '../testing/key-case';
import { atTime } from './case-state';

/** Too much work, or a fault of ours: in the middle of looking at the fold as if something else were so. */
const fail = (): never => {
  throw new Error('in the middle');
};

describe('a fold that outlives its request', () => {
  const begun = () => {
    const key = new KeyCase();
    key.do('report', { values: { found: 'yes' } });
    const fold = key.state.readFold();
    const [run] = fold.runs;
    const step = run?.protocol.steps[0];
    if (!run || !step) throw new Error('no run');
    return { key, fold, run, step };
  };
  const lookedAt = ({ state, now }: KeyCase) => {
    const later = atTime(state, now + HOUR);
    return JSON.parse(JSON.stringify([viewCase(later), conformanceOf(later)])) as unknown;
  };

  it('is as it was after a look at what is sent, or at a step, that failed', () => {
    const { key, fold, run, step } = begun();
    const before = lookedAt(key);
    expect(() => readSent(fold, run, step, { values: { found: 'no' } }, fail)).toThrow('in the middle');
    const { sent, row } = fold;
    expect([sent, fold.run, fold.step, row]).toEqual([null, null, -1, null]);
    const condition = { test: fail } as unknown as Parameters<typeof testIn>[3];
    expect(() => testIn(fold, run, 0, condition)).toThrow('in the middle');
    expect([fold.run, fold.step]).toEqual([null, -1]);
    expect(lookedAt(key)).toEqual(before);
  });
});
