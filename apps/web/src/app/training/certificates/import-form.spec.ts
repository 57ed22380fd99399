import type { HttpTestingController } from '@angular/common/http/testing';
import type { CheckedCertificate } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ImportCertificateForm } from './import-form';

const ID = '11111111-2222-4333-8444-555555555555';
const TEXT = '{"format":"repere-certificate-1"}';
const CHECKED: CheckedCertificate = {
  ...{ id: ID, name: 'Camille Exemple', role: 'caseworker', title: { fr: 'Une nuit', en: 'A night' } },
  ...{ protocols: [], practisedOn: '2025-03-31', space: 'Monday', trainer: 'Tom Exemple' },
  signer: 'repere.house',
};
const taken = jest.fn();

async function opened(): Promise<HttpTestingController> {
  taken.mockClear();
  const api = await prepare('en');
  const form = await openPage(ImportCertificateForm, {
    people: [{ code: 'a2', label: 'Camille Exemple' }],
  });
  form.componentInstance.taken.subscribe(taken);
  return api;
}

const press = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
// The browser of tests reads no files.
const pick = (text: string, name = 'certificate.json', size = text.length) =>
  userEvent.upload(
    screen.getByLabelText('File of the certificate'),
    Object.defineProperty(
      Object.assign(new File([text], name), {
        arrayBuffer: () => Promise.resolve(Uint8Array.from(text, (it) => it.charCodeAt(0)).buffer),
      }),
      'size',
      { value: size },
    ),
  );
const refuse = { status: 422, statusText: 'Unprocessable' };

async function checked(): Promise<HttpTestingController> {
  const api = await opened();
  await pick(TEXT);
  await press('Verify');
  const request = await sent(api, 'POST', '/api/training/certificates/check');
  expect(request.request.body).toEqual({ file: TEXT });
  request.flush(CHECKED);
  await settled();
  return api;
}

describe('a certificate that is taken in', () => {
  it('is verified first, then given to a person, once', async () => {
    const api = await checked();
    expect(screen.getByText('It holds: signed by repere.house, unchanged.')).toBeTruthy();
    expect(screen.getByText(/^Camille Exemple, .*“A night” on 31 March 2025/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Whose it is'), 'Camille Exemple');
    await press('Take it in for this person');
    const request = await sent(api, 'POST', '/api/training/certificates');
    expect(request.request.body).toEqual({ file: TEXT, accountId: 'a2' });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush({ id: ID });
    await settled();
    expect(taken).toHaveBeenCalledWith('Camille Exemple');
    expect(screen.getByLabelText('File of the certificate')).toBeTruthy();
  });

  it('is nobody’s until somebody says whose', async () => {
    const api = await checked();
    await press('Take it in for this person');
    api.expectNone('/api/training/certificates');
    expect(screen.getAllByText('Say whose it is.').length).toBeGreaterThan(0);
  });

  it('is not sent where there is none, or it is larger than any', async () => {
    const api = await opened();
    await press('Verify');
    expect(screen.getAllByText('Choose the file of the certificate.').length).toBeGreaterThan(0);
    await pick('['.repeat(20_001));
    await press('Verify');
    api.expectNone('/api/training/certificates/check');
    expect(screen.getAllByText(/^This file is too large for a certificate/).length).toBeGreaterThan(0);
  });

  it('of a PDF that carries none is said to be lost, of one that is none nothing is read', async () => {
    const api = await opened();
    await pick('%PDF-1.7 scanned', 'scan.pdf');
    await press('Verify');
    expect(screen.getAllByText(/^This PDF carries no certificate of Repère\./).length).toBeGreaterThan(0);
    await pick('%PDF-1.7', 'long.pdf', 50_000_000);
    await press('Verify');
    expect(screen.getAllByText(/^This file is too large for a certificate/).length).toBeGreaterThan(0);
    api.expectNone('/api/training/certificates/check');
    // What is no PDF is the server's to refuse, in its own words.
    await pick('GIF89a', 'picture.pdf');
    await press('Verify');
    await sent(api, 'POST', '/api/training/certificates/check');
  });

  it('goes no further where it does not hold', async () => {
    const api = await opened();
    await pick(TEXT);
    await press('Verify');
    (await sent(api, 'POST', '/api/training/certificates/check')).flush({ code: 'refused' }, refuse);
    await settled();
    expect(screen.getByRole('alert').textContent).toMatch(/\S/);
    expect(screen.queryByLabelText('Whose it is')).toBeNull();
  });

  it('is not said to be taken in where it is refused, and the reason that was typed stays', async () => {
    const api = await checked();
    await userEvent.selectOptions(screen.getByLabelText('Whose it is'), 'Camille Exemple');
    const why = screen.getByLabelText<HTMLInputElement>(/why it is the same person$/);
    await userEvent.type(why, 'Her name of before');
    await press('Take it in for this person');
    const request = await sent(api, 'POST', '/api/training/certificates');
    expect(request.request.body).toMatchObject({ whySame: 'Her name of before' });
    request.flush({ code: 'refused' }, refuse);
    await settled();
    expect(taken).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toMatch(/\S/);
    expect(why.value).toBe('Her name of before');
  });
});
