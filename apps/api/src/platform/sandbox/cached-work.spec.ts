import { Refusal } from '../refusals/refusal';
import { CachedWork } from './cached-work';

describe('work that several wait for', () => {
  const works: PromiseWithResolvers<number>[] = [];
  let kept: CachedWork<number>;
  beforeEach(() => {
    works.length = 0;
    // Zero stands for what was stopped.
    kept = new CachedWork<number>(2, (result) => (result === 0 ? 0 : Infinity));
  });
  const ask = (question: string) =>
    kept.workOnce(question, () => {
      const work = Promise.withResolvers<number>();
      works.push(work);
      return work.promise;
    });
  const asked = async (question: string, result: number): Promise<number> => {
    const answer = ask(question);
    works.at(-1)?.resolve(result);
    return answer;
  };

  it.each([
    ['for the same', () => 'x'],
    ['for each their own', String],
  ] as const)('lets five wait, %s; what is known is given to all', async (_what, questionOf) => {
    const first = Array.from({ length: 5 }, (_, n) => ask(questionOf(n)));
    await expect(ask(questionOf(0))).rejects.toBeInstanceOf(Refusal);
    await expect(ask('other')).rejects.toBeInstanceOf(Refusal);
    for (const { resolve } of works) resolve(1);
    await expect(Promise.all(first)).resolves.toHaveLength(5);
    const again = Array.from({ length: 60 }, () => ask(questionOf(4)));
    await expect(Promise.all(again)).resolves.toHaveLength(60);
  });

  it('is done once, and anew after it failed, was stopped, or is kept no more', async () => {
    expect([await asked('a', 1), await ask('a')]).toEqual([1, 1]);
    expect(works).toHaveLength(1);
    const failing = ask('b');
    works.at(-1)?.reject(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    expect([await asked('b', 0), await asked('b', 2)]).toEqual([0, 2]);
    await asked('c', 3);
    expect(await asked('a', 4)).toBe(4);
  });
});
