import type { HttpTestingController } from '@angular/common/http/testing';
import type { GroupLearner } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { IssueCertificateForm } from './issue-form';

const PATH = '/api/training/class/learners/l1/certificate';
const issued = jest.fn();

async function opened(tookPart: GroupLearner['tookPart'] = 'acted'): Promise<HttpTestingController> {
  issued.mockClear();
  const api = await prepare('en');
  const form = await openPage(IssueCertificateForm, { learnerId: 'l1', nickname: 'Kiwi', tookPart });
  form.componentInstance.issued.subscribe(issued);
  return api;
}
const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const send = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Issue it' }));
  await settled();
};

describe('the certificate that a trainer issues', () => {
  it('is in the real name that is typed, never in the nickname', async () => {
    const api = await opened();
    await type('Full name', ' Camille Exemple ');
    await send();
    const request = await sent(api, 'PUT', PATH);
    expect(request.request.body).toEqual({ name: 'Camille Exemple' });
    expect(issued).not.toHaveBeenCalled();
    request.flush(null);
    await settled();
    expect(issued).toHaveBeenCalledTimes(1);
  });

  it('is not sent without a name', async () => {
    const api = await opened();
    await type('Full name', '   ');
    await send();
    api.expectNone(PATH);
    expect(screen.getAllByText('Write the person’s name.').length).toBeGreaterThan(0);
    // Who led is known: nobody types it.
    expect(screen.queryByLabelText('Who led')).toBeNull();
  });

  it('of somebody who is not seen to have done anything says first in what they took part', async () => {
    const api = await opened(null);
    await type('Full name', 'Camille Exemple');
    await send();
    api.expectNone(PATH);
    expect(screen.getAllByText('Write what this person took part in.').length).toBeGreaterThan(0);
    await type('What this person took part in', ' Aloud, in the room. ');
    await send();
    const request = await sent(api, 'PUT', PATH);
    expect(request.request.body).toEqual({ name: 'Camille Exemple', whyPresent: 'Aloud, in the room.' });
  });

  it('of somebody who took part asks nothing more', async () => {
    await opened('followed');
    expect(screen.queryByLabelText('What this person took part in')).toBeNull();
  });

  it('is not issued where the API refuses, and keeps what was typed', async () => {
    const api = await opened();
    await type('Full name', 'Camille Exemple');
    await send();
    (await sent(api, 'PUT', PATH)).flush({ code: 'not-allowed' }, { status: 403, statusText: 'Forbidden' });
    await settled();
    expect(issued).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toMatch(/\S/);
    expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Camille Exemple');
  });
});
