import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { OnCallContact, OnCallPage } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { OnCallPanel } from './on-call-panel';

const both = (words: string) => ({ fr: words, en: words });
const CONTACT: OnCallContact = {
  ...{
    id: 'k1',
    name: 'Parquet de Bobigny',
    phones: ['01 48 95 13 00'],
    hours: null,
    isOpen: true,
    say: null,
  },
  ...{ languages: [], sexes: [], byTelephone: false, verifiedAt: '2026-03-12T10:00:00Z', isStale: false },
};
const page = (contacts: readonly OnCallContact[], mayCall = true): OnCallPage => ({
  territory: 'Seine-Saint-Denis',
  zone: 'Europe/Paris',
  mayCall,
  kinds: [
    {
      ...{
        kind: 'duty-prosecutor',
        title: both('Parquet de permanence'),
        say: both('Les faits, leur date.'),
      },
      ...{
        steps: ['report', 'answer'],
        contacts,
        calls: [{ at: new Date().toISOString(), answered: false }],
      },
    },
  ],
});

async function shown(it: OnCallPage) {
  const api = await prepare();
  await openPage(OnCallPanel, { caseFileId: 'c1', runId: 'r1', page: it });
  await settled();
  return api;
}

describe('whom to call, on the step', () => {
  afterEach(() => document.body.replaceChildren());

  it('has a number that dials, hours, what to say and the calls before', async () => {
    await shown(page([CONTACT]));
    expect(screen.getByRole('link', { name: '01 48 95 13 00' }).getAttribute('href')).toBe('tel:0148951300');
    for (const words of ['Jour et nuit', /Les faits, leur date/, /\d.: sans réponse$/])
      expect(screen.getByText(words)).toBeTruthy();
  });

  it('records a call in one press, with its contact, from the step that is shown', async () => {
    const api = await shown(page([CONTACT]));
    await userEvent.click(screen.getByRole('button', { name: 'Appelé, sans réponse – Parquet de Bobigny' }));
    const request = await sent(api, 'POST', '/api/case-files/c1/runs/r1/steps/report/calls');
    expect(request.request.body).toEqual({ whom: 'duty-prosecutor', contactId: 'k1', answered: false });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('says that one is missing, and lets the call be recorded all the same', async () => {
    const api = await shown(page([]));
    expect(screen.getByText(/Aucun contact n’est enregistré ici/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Appelé – Parquet de permanence' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/runs/r1/steps/report/calls')).request;
    expect(body).toEqual({ whom: 'duty-prosecutor', answered: true });
  });

  it('says that somebody does not answer now, and was not checked for long', async () => {
    const hours = { weekdays: { from: '09:00', to: '17:30' }, weekends: null };
    await shown(page([{ ...CONTACT, hours, isOpen: false, isStale: true }]));
    expect(screen.getByText('Ne répond pas à cette heure')).toBeTruthy();
    expect(screen.getByText(/En semaine.: 09:00–17:30/)).toBeTruthy();
    expect(screen.getByText(/Pas vérifié depuis/)).toBeTruthy();
  });

  it('says that a whole day is day and night', async () => {
    const hours = { weekdays: { from: '17:30', to: '09:00' }, weekends: { from: '00:00', to: '00:00' } };
    await shown(page([{ ...CONTACT, hours }]));
    expect(screen.getByText(/En semaine.: 17:30–09:00/)).toBeTruthy();
    expect(screen.getByText(/Week-end et jours fériés.: jour et nuit/)).toBeTruthy();
  });

  it('offers no call to who may record none', async () => {
    await shown(page([CONTACT], false));
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
