import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Conformance, StepFigures } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ConformancePage } from './conformance-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const HOUR = 3_600_000;
let api: HttpTestingController;

const step = (name: string, change: Partial<StepFigures> = {}): StepFigures => ({
  protocol: 'refuge',
  step: name,
  title: both(name),
  expected: 10,
  met: 5,
  fitness: 0.5,
  expectedRuns: 10,
  doneRuns: 8,
  times: 9,
  medianWait: 3 * HOUR,
  ninetiethWait: 48 * HOUR,
  lateLegal: 0,
  lateOther: 0,
  shareLate: 0,
  ...change,
});

const figures = (change: Partial<Conformance> = {}): Conformance => ({
  formula: {
    what: both('Part des étapes attendues'),
    weights: both('Poids'),
    expected: both('Attendue'),
    leftOut: both('Ni pour ni contre'),
    apart: both('À part'),
  },
  expected: 150,
  met: 123,
  fitness: 0.82,
  cases: 12,
  runs: 31,
  protocols: [],
  steps: [
    step('Alpha', { lateLegal: 2, lateOther: 1, shareLate: 0.3 }),
    step('Bravo', { fitness: 0.9, doneRuns: 10 }),
  ],
  deviations: [{ kind: 'late', count: 3, toJudge: 1 }],
  rules: [{ protocol: 'refuge', title: both('Refuge'), versions: ['2.0.0'] }],
  teams: [{ id: 't1', name: 'Nord' }],
  ...change,
});

async function shown(answer: Conformance) {
  api = await prepare();
  const fixture = await openPage(ConformancePage);
  (await sent(api, 'GET', '/api/conformance')).flush(answer);
  await settled();
  await fixture.whenStable();
  return fixture;
}
const rows = () => within(screen.getByRole('region', { name: 'Par étape' })).getAllByRole('rowheader');

describe('conformance', () => {
  afterEach(() => document.body.replaceChildren());

  it('is a figure with what it is of and its formula beside it', async () => {
    await shown(figures());
    const text = plain(document.body.textContent);
    expect(text).toContain('82 %');
    expect(text).toContain('123 sur 150');
    for (const words of ['Part des étapes attendues', 'Ni pour ni contre']) expect(text).toContain(words);
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toBe(
      'Conformité 12 dossiers, 31 protocoles engagés',
    );
  });

  it('leads from each figure to exactly its cases', async () => {
    await shown(figures());
    const href = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href(/étapes en retard/)).toBe('/ecarts?kind=late&judged=all');
    expect(href(/^3 en retard\s: Alpha/)).toBe('/ecarts?protocol=refuge&step=Alpha&kind=late&judged=all');
    expect(href(/^2 en retard\s: Alpha/)).toBe(
      '/ecarts?protocol=refuge&step=Alpha&kind=late&origin=LEGAL&judged=all',
    );
  });

  it('sorts by any column, and says so', async () => {
    const fixture = await shown(figures());
    expect(rows().map((it) => plain(it.textContent))).toEqual(['Alpha', 'Bravo']);
    const done = screen.getByRole('columnheader', { name: /^Faite/ });
    await userEvent.click(within(done).getByRole('button'));
    await fixture.whenStable();
    expect(rows().map((it) => plain(it.textContent))).toEqual(['Bravo', 'Alpha']);
    expect(done.getAttribute('aria-sort')).toBe('descending');
    await userEvent.click(within(done).getByRole('button'));
    await fixture.whenStable();
    expect(done.getAttribute('aria-sort')).toBe('ascending');
  });

  it('has no figure where nothing was expected, rather than a whole one', async () => {
    await shown(figures({ fitness: null, expected: 0, met: 0 }));
    expect(screen.getByText('Rien d’attendu')).toBeTruthy();
    expect(plain(document.body.textContent)).not.toContain('100 %');
  });

  it('says so when there is no case, and how to go on', async () => {
    await shown(figures({ cases: 0, runs: 0, steps: [], deviations: [], rules: [] }));
    expect(screen.getByText('Aucun dossier sur cette période')).toBeTruthy();
  });
});
