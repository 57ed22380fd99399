import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Handling, HandlingGroup } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { readable, summary } from '../../../testing/fake-protocol';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { HandlingView } from './handling-view';

const words = (text: string) => ({ fr: text, en: text });
type Kind = Handling['runs'][number]['steps'][number]['handling'];

/** A class that handled the two steps of the made-up protocol so. */
const handled = (look: Kind, cover: Kind, who: string | null): Handling => ({
  runs: [
    {
      ...{ protocol: 'shelter', version: '1.0.0', title: words('Shelter') },
      steps: [
        { step: 'look', title: words('Look'), handling: look },
        { step: 'blanket', title: words('Cover'), handling: cover },
        { step: 'judged', title: words('Judged'), handling: 'open' },
      ],
    },
  ],
  deviations:
    look === 'late'
      ? [
          {
            ...{ kind: 'late', protocol: 'shelter', step: 'look', title: words('Look'), who },
            text: words('Two days late.'),
          },
        ]
      : [],
});

const LINE = { branchOf: null, timeline: [], isCut: false } as const;

async function shown(handling: Handling, mayCompare = true): Promise<HttpTestingController> {
  const api = await prepare('en');
  const opening = openPage(HandlingView, { handling, mayCompare });
  (await sent(api, 'GET', '/api/protocols')).flush([summary({ protocol: 'shelter' })]);
  if (handling.runs.length > 0)
    (await sent(api, 'GET', '/api/protocols/shelter/versions/1.0.0')).flush(readable());
  await settled();
  await (await opening).whenStable();
  TestBed.tick();
  return api;
}
const rows = () =>
  within(screen.getAllByRole('table')[0] ?? document.body)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
const marks = () =>
  [...document.querySelectorAll('svg a.box[data-tone]')].map((it) => {
    const text = it.querySelector('.marked')?.textContent.trim() ?? '–';
    return [it.getAttribute('data-tone'), text, it.getAttribute('aria-label')?.includes(text)];
  });

describe('protocols as a class followed them', () => {
  beforeAll(() => {
    // The test's browser has neither.
    globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
    Element.prototype.scrollTo ??= () => undefined;
  });

  it('are drawn with what was done of each step, in words as well as in colour, and told as a table', async () => {
    await shown(handled('late', 'done', 'Kiwi'));
    expect(marks()).toEqual([
      ['late', 'Late: 1 of 1', true],
      ['done', 'As it should be: 1 of 1', true],
    ]);
    expect(rows()).toEqual(['LookLate: 1', 'CoverAs it should be: 1']);
    expect(screen.getByText(/^1 other step: nothing was due there yet/)).toBeTruthy();
    expect(screen.getByText('Two days late.')).toBeTruthy();
    expect(screen.getByText('1 time · entered by Kiwi')).toBeTruthy();
  });

  it('are counted with the other classes once that is asked for: the gravest colours, the commonest comes first', async () => {
    const here = handled('late', 'done', 'Kiwi');
    const api = await shown(here);
    await userEvent.click(screen.getByRole('button', { name: 'Count with my other classes' }));
    const groups: readonly HandlingGroup[] = [
      { ...LINE, key: 'mon', title: 'Monday', isHere: true, handling: here },
      { ...LINE, key: 'tue', title: 'Tuesday', isHere: false, handling: handled('missing', 'done', null) },
      { ...LINE, key: 'fri', title: 'Friday', isHere: false, handling: handled('late', 'open', 'Noix') },
    ];
    (await sent(api, 'GET', '/api/training/score/groups')).flush(groups);
    await settled();
    TestBed.tick();
    expect(screen.getByText('3 classes: Monday, Tuesday, Friday')).toBeTruthy();
    expect(marks().map(([tone, text]) => [tone, text])).toEqual([
      ['missing', 'Not done: 1 of 3'],
      ['done', 'As it should be: 2 of 3'],
    ]);
    expect(rows()[0]).toBe('LookNot done: 1 · Late: 2');
    expect(screen.getByText('2 times · in 2 classes of 3 · entered by Kiwi, Noix')).toBeTruthy();
    api.verify();
  });

  it('of a learner are this class alone', async () => {
    await shown(handled('done', 'done', null), false);
    expect(screen.queryByRole('button', { name: 'Count with my other classes' })).toBeNull();
    expect(screen.getByText('No deviation.')).toBeTruthy();
  });

  it('say that nothing is engaged, and that there is no other class', async () => {
    const api = await shown({ runs: [], deviations: [] });
    expect(screen.getByText('No protocol is engaged yet.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Count with my other classes' }));
    const alone: HandlingGroup = {
      ...{ ...LINE, key: 'mon', title: 'Monday', isHere: true },
      handling: { runs: [], deviations: [] },
    };
    (await sent(api, 'GET', '/api/training/score/groups')).flush([alone]);
    await settled();
    TestBed.tick();
    expect(screen.getByText('You lead no other open class on this story.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'The classes, hour by hour' })).toBeNull();
  });
});
