import type { HttpTestingController } from '@angular/common/http/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { fr } from '../../../words/fr';
import { BreakGlassPage } from './break-glass-page';

let api: HttpTestingController;

const press = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir le dossier en urgence' }));
  await settled();
};
const addresses = () => screen.queryAllByRole('link').map((it) => it.getAttribute('href') ?? '');
const refuse = async (status: number, code: string) => {
  const request = await sent(api, 'POST', '/api/break-glass');
  request.flush({ type: 'about:blank', code, status, title: code }, { status, statusText: '' });
  await settled();
  return request.request;
};

describe('BreakGlassPage', () => {
  beforeEach(async () => {
    api = await prepare();
    await openPage(BreakGlassPage);
  });
  afterEach(() => document.body.replaceChildren());

  it('leads to every field that is missing', async () => {
    await press();
    expect(addresses()).toEqual(['#reference', '#reason', '#words']);
    for (const address of addresses()) expect(document.querySelector(address)).not.toBeNull();
  });

  it('asks who the child is instead, where the reference is not known', async () => {
    await userEvent.click(screen.getByRole('radio', { name: 'Par le nom et la naissance' }));
    await settled();
    await press();
    expect(addresses()).toEqual(['#called-name', '#birth', '#reason', '#words']);
  });

  it('lets one type on while something is wrong', async () => {
    await press();
    const words = screen.getByLabelText('Que se passe-t-il ?');
    await userEvent.type(words, 'Elle est là');
    await settled();
    expect(document.activeElement).toBe(words);
    expect(words).toHaveProperty('value', 'Elle est là');
  });

  it('says that there is no such case, and takes the next try for another', async () => {
    await userEvent.type(screen.getByLabelText('Référence du dossier'), 'RP-7K2M-9Q4X');
    await userEvent.click(screen.getByRole('radio', { name: 'danger immédiat' }));
    await userEvent.type(screen.getByLabelText('Que se passe-t-il ?'), 'Elle est devant moi.');
    await press();
    const first = await refuse(404, 'not-found');
    expect(first.body).toEqual({
      reference: 'RP-7K2M-9Q4X',
      reason: 'immediate-danger',
      words: 'Elle est devant moi.',
    });
    expect(screen.getByRole('alert').textContent).toBe(fr.rights.glass['not-found']);
    await press();
    const second = await refuse(404, 'not-found');
    expect(second.headers.get('Idempotency-Key')).not.toBe(first.headers.get('Idempotency-Key'));
  });
});
