import { screen, within } from '@testing-library/dom';
import type { CaseAsKnown, Replay } from '@repere/contract';
import { caseFile, run, step } from '../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ReplayPage } from './replay-page';

const both = (words: string) => ({ fr: words, en: words });
const life: Replay = {
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  zone: 'Europe/Paris',
  openedAt: '2026-03-09T09:00:00Z',
  now: '2026-03-20T09:00:00Z',
  moments: [
    {
      at: '2',
      when: '2026-03-09T09:00:00Z',
      kind: 'act',
      title: both('Faits notés'),
      by: 'Camille',
      deviations: [],
    },
    {
      at: '2026-03-10T09:00:00.001Z',
      when: '2026-03-10T09:00:00.001Z',
      kind: 'late',
      title: both('En retard : Signalement'),
      by: null,
      deviations: [{ kind: 'late', text: both('en retard') }],
    },
    {
      at: '3',
      when: '2026-03-12T09:00:00Z',
      kind: 'act',
      title: both('Signalement'),
      by: 'Camille',
      deviations: [],
    },
  ],
};
const then = (change: Partial<CaseAsKnown> = {}): CaseAsKnown => ({
  when: '2026-03-12T09:00:00Z',
  seq: 3,
  caseFile: caseFile({ may: { write: false, approve: false, assign: false } }),
  entries: [],
  knownNow: [],
  ...change,
});

async function shown(known: CaseAsKnown, au?: string) {
  const api = await prepare();
  const fixture = await openPage(ReplayPage, { caseFileId: 'c1', ...(au === undefined ? {} : { au }) });
  (await sent(api, 'GET', '/api/case-files/c1/replay')).flush(life);
  const at = encodeURIComponent(au ?? '3');
  (await sent(api, 'GET', `/api/case-files/c1/as-known?at=${at}`)).flush(known);
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

describe('ReplayPage', () => {
  it('says which moment is shown, that nothing can be done, and leads back to today', async () => {
    await shown(then());
    const bar = within(screen.getByRole('complementary', { name: 'Moment affiché' }));
    expect(bar.getByText(/Vue du jeudi 12 mars 2026 à 10:00, lecture seule/)).toBeTruthy();
    expect(bar.getByRole('link', { name: 'Revenir à aujourd’hui' }).getAttribute('href')).toBe(
      '/dossiers/c1',
    );
  });

  it('offers nothing to write to, and no way to a page where one could', async () => {
    await shown(then());
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    const places = screen.getAllByRole('link').map((link) => link.getAttribute('href') ?? '');
    expect(places.filter((place) => /etapes|identite|fait-nouveau/.test(place))).toEqual([]);
  });

  it('tells the moment in words on the slider, and each moment again as a link', async () => {
    await shown(then());
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Moment du dossier' });
    expect(slider.getAttribute('aria-valuetext')).toMatch(
      /^Moment 3 sur 3, jeudi 12 mars 2026 à 10:00\s: Signalement$/,
    );
    const list = within(screen.getByRole('region', { name: 'Tous les moments' }));
    expect(list.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Faits notés', '/?au=2'],
      ['En retard : Signalement', '/?au=2026-03-10T09:00:00.001Z'],
      ['Signalement', '/?au=3'],
    ]);
    expect(list.getByRole('link', { name: 'Signalement' }).getAttribute('aria-current')).toBe('step');
  });

  it('goes from act to act and from deviation to deviation; at the end it says so', async () => {
    await shown(then());
    expect(screen.getByRole('link', { name: 'Acte précédent' }).getAttribute('href')).toBe(
      '/?au=2026-03-10T09:00:00.001Z',
    );
    expect(screen.getByRole('link', { name: 'Écart précédent' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Acte suivant' })).toBeNull();
    expect(screen.getByText('C’est le dernier moment du dossier.')).toBeTruthy();
  });

  it('is late by the clock of then, not by today’s', async () => {
    const dueAt = Date.parse('2026-03-10T09:00:00Z');
    const late = step({ id: 'report', title: both('Faire le signalement'), owner: 'ours' });
    const due = late.deadline && { ...late.deadline, dueAt, lateFrom: dueAt };
    const state = {
      ...caseFile().state,
      runs: [run({ steps: [{ ...late, deadline: due }] })],
      deadlines: [],
    };
    await shown(then({ caseFile: caseFile({ state, next: null }) }));
    expect(screen.getByText(/en retard de/).textContent).toMatch(/2\sjours/);
  });

  it('shows what was to do, and folds what was done and what was not possible yet behind a count', async () => {
    const steps = [
      step({ id: 'report', title: both('Faire le signalement') }),
      step({ id: 'danger', title: both('Évaluer le danger'), state: 'done' }),
      step({ id: 'shelter', title: both('Trouver un lieu'), state: 'blocked' }),
    ];
    const state = { ...caseFile().state, runs: [run({ steps })], deadlines: [] };
    await shown(then({ caseFile: caseFile({ state, next: null }) }));
    const folded = (words: string) => screen.getByText(words).closest('details.rp-fold');
    expect(folded('Faire le signalement')).toBeNull();
    expect(folded('Évaluer le danger')?.querySelector('summary')?.textContent).toMatch(/^Fait.*1$/);
    expect(folded('Trouver un lieu')?.querySelector('summary')?.textContent).toMatch(/^Pas encore.*1$/);
    expect(screen.getByText('Fait : 1 sur 3')).toBeTruthy();
  });

  it('counts as the case does: what waits for its approval is done and in sight, what comes again is neither', async () => {
    const { deadline: due } = step({ id: 'call', owner: 'ours' });
    const again = due && { ...due, lastDoneAt: Date.now() };
    const steps = [
      step({ id: 'danger', title: both('Évaluer le danger'), state: 'done-to-approve' }),
      step({ id: 'call', title: both('Appeler'), state: 'done', repeatable: true, deadline: again }),
      step({ id: 'meet', title: both('Rencontrer'), state: 'done' }),
    ];
    const state = { ...caseFile().state, runs: [run({ steps })], deadlines: [] };
    await shown(then({ caseFile: caseFile({ state, next: null }) }));
    const isFolded = (words: string) => screen.getByText(words).closest('details.rp-fold') !== null;
    expect(['Évaluer le danger', 'Appeler', 'Rencontrer'].map(isFolded)).toEqual([false, false, true]);
    expect(screen.getByText('Fait : 2 sur 3')).toBeTruthy();
  });

  it('says what it shows as it is known today', async () => {
    await shown(then({ knownNow: ['identity', 'lead'] }));
    expect(screen.getByText(/L’identité a été corrigée depuis/)).toBeTruthy();
    expect(screen.getByText(/Le pilote a changé depuis/)).toBeTruthy();
  });

  it('a moment that is none is refused in words, with a way on', async () => {
    const api = await prepare();
    const fixture = await openPage(ReplayPage, { caseFileId: 'c1', au: '2099-01-01' });
    (await sent(api, 'GET', '/api/case-files/c1/replay')).flush(life);
    (await sent(api, 'GET', '/api/case-files/c1/as-known?at=2099-01-01')).flush(
      {
        type: 'about:blank',
        title: 'x',
        code: 'invalid',
        status: 400,
        reasons: [{ code: 'in-the-future', field: 'at', text: both('Ce moment n’est pas encore venu.') }],
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await settled();
    await fixture.whenStable();
    expect(within(screen.getByRole('alert')).getByText('Ce moment n’est pas encore venu.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Voir le dernier moment du dossier' })).toBeTruthy();
  });

  it('has a title without a name', async () => {
    await shown(then());
    expect(document.title).toBe('Relecture RP-7K4M-2Q – Repère');
  });
});
