import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { HoldForm } from './hold-form';

async function typed(reason: string, day?: readonly [day: string, month: string, year: string]) {
  const api = await prepare();
  const fixture = await openPage(HoldForm, { caseFileId: 'c1' });
  await userEvent.type(screen.getByLabelText('Pourquoi le geler ?'), reason);
  for (const [place, name] of (['Jour', 'Mois', 'Année'] as const).entries()) {
    const part = day?.[place];
    if (part) await userEvent.type(screen.getByLabelText(name), part);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Geler' }));
  await settled();
  await fixture.whenStable();
  return api;
}

describe('HoldForm', () => {
  it('says why, and when somebody looks whether it is still needed', async () => {
    const api = await typed('Une enquête', ['28', '2', '2031']);
    const { request } = await sent(api, 'POST', '/api/case-files/c1/holds');
    expect(request.body).toEqual({ reason: 'Une enquête', reviewOn: '2031-02-28' });
  });

  it('needs no such day', async () => {
    const api = await typed('Une enquête');
    const { request } = await sent(api, 'POST', '/api/case-files/c1/holds');
    expect(request.body).toEqual({ reason: 'Une enquête' });
  });

  it('sends nothing with a day that there isn’t', async () => {
    const api = await typed('Une enquête', ['31', '2', '2031']);
    expect(screen.getByText(/Donnez un jour complet, ou rien/)).toBeTruthy();
    api.expectNone('/api/case-files/c1/holds');
  });
});
