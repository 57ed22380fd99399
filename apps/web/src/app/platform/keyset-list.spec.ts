import type { Answered } from './api';
import { KeysetList, type KeysetPage } from './keyset-list';

const page = (items: number[], next: string | null): Answered<KeysetPage<number>> => ({
  ok: true,
  value: { items, next },
  seq: null,
});
const failed: Answered<KeysetPage<number>> = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 500, code: 'unexpected' },
};

describe('KeysetList', () => {
  it('grows page by page until the end', async () => {
    const list = new KeysetList<number>(async (cursor) => (cursor ? page([3], null) : page([1, 2], 'c')));
    await list.loadPages();
    await list.more();
    await list.more();
    expect(list.content()).toEqual({ items: [1, 2, 3], next: null, pages: 2 });
  });

  it('loads as many pages as were shown, and no more than there are', async () => {
    const list = new KeysetList<number>(async (cursor) => (cursor ? page([2], null) : page([1], 'c')));
    await list.loadPages(5);
    expect(list.content().items).toEqual([1, 2]);
  });

  it('lets the later load win, whichever answers first', async () => {
    const answers: ((answer: Answered<KeysetPage<number>>) => void)[] = [];
    const list = new KeysetList<number>(() => new Promise((resolve) => answers.push(resolve)));
    const first = list.loadPages();
    const second = list.loadPages();
    answers[1]?.(page([2], null));
    await second;
    answers[0]?.(page([1], null));
    await first;
    expect(list.content().items).toEqual([2]);
  });

  it('keeps what is shown when the next page fails', async () => {
    let isDown = false;
    const list = new KeysetList<number>(async () => (isDown ? failed : page([1], 'c')));
    await list.loadPages();
    isDown = true;
    await list.more();
    expect(list.content().items).toEqual([1]);
    expect(list.problem()?.code).toBe('unexpected');
    expect(list.isLoading()).toBe(false);
  });
});
