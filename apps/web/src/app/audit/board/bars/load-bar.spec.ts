import type { BoardPerson } from '@repere/contract';
import { openPage, prepare } from '../../../../testing/open-page';
import { LoadBar } from './load-bar';

const person = (more: Partial<BoardPerson>): BoardPerson => ({
  ...{ id: 'a', name: 'Ada', lateLegal: 0, late: 0, soon: 0, open: 0, approvals: 0 },
  ...more,
});

describe('LoadBar', () => {
  const widths = async (of: BoardPerson, most: number) => {
    await prepare();
    const fixture = await openPage(LoadBar, { person: of, most });
    const element = fixture.nativeElement as HTMLElement;
    return [...element.querySelectorAll('rect')].map((it) => [
      it.getAttribute('class'),
      Number(it.getAttribute('x')),
      Number(it.getAttribute('width')),
    ]);
  };

  it.each<[string, Partial<BoardPerson>, number, readonly (readonly [string, number, number])[]]>([
    [
      'late by law, late and open, each case once',
      { lateLegal: 1, late: 3, open: 5 },
      10,
      [
        ['legal', 0, 10],
        ['late', 10, 20],
        ['rest', 30, 20],
      ],
    ],
    ['nothing for who has nothing', {}, 10, []],
    ['nothing where nobody has anything', {}, 0, []],
    ['late that is nowhere open', { late: 2 }, 2, [['late', 0, 100]]],
  ])('shows %s', async (_what, of, most, expected) => {
    expect(await widths(person(of), most)).toEqual(expected);
  });
});
