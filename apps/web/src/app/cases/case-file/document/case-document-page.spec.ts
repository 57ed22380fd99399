import { screen } from '@testing-library/dom';
import { caseFile } from '../../../../testing/fake-case';
import { timelineEntry } from '../../../../testing/fake-entry';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { CaseDocumentPage } from './case-document-page';

// What stands on each printed page takes a style sheet that this DOM does not have.
jest.mock('../runs/page-marks', () => ({ pageMarks: () => () => undefined }));

async function shown(papier: string | undefined, leaveOut: string) {
  const api = await prepare();
  const fixture = await openPage(CaseDocumentPage, { caseFileId: 'c1', ...(papier && { papier }) });
  (await sent(api, 'GET', `/api/case-files/c1?leaveOut=${encodeURIComponent(leaveOut)}`)).flush(caseFile());
  (await sent(api, 'GET', `/api/case-files/c1/journal?leaveOut=${encodeURIComponent(leaveOut)}`)).flush({
    items: [timelineEntry({ childView: { said: 'Pas chez ma tante.' } })],
    next: null,
  });
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

describe('CaseDocumentPage', () => {
  it('the card to carry asks for contacts and neither health nor places, and says so on paper', async () => {
    await shown('fiche', 'health,places');
    expect(screen.getByRole('heading', { level: 1, name: /^Fiche d’appel RP-/ })).toBeTruthy();
    expect(screen.getByText('Pas chez ma tante.')).toBeTruthy();
    expect(screen.getByText('Sans : la santé, les lieux.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Fiche d’appel' }).getAttribute('aria-current')).toBe('true');
  });

  it('prints once the record has it', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const { api, fixture } = await shown(undefined, 'health,contact,places');
    screen.getByRole('button', { name: 'Imprimer' }).click();
    const request = await sent(api, 'POST', '/api/case-files/c1/papers');
    expect(request.request.body).toEqual({ paper: 'complete', leftOut: ['health', 'contact', 'places'] });
    expect(print).not.toHaveBeenCalled();
    const instead = () => screen.queryByText(/^Un dossier s’imprime depuis/);
    expect(instead()).toBeTruthy();
    // What the browser prints is the page as it stands then.
    let onPaper: Element | null = null;
    print.mockImplementation(() => (onPaper = instead()));
    request.flush(null, { status: 204, statusText: 'No Content' });
    await settled();
    await fixture.whenStable();
    expect(print).toHaveBeenCalledTimes(1);
    expect(onPaper).toBeNull();
    screen.getByRole('checkbox', { name: /^La santé/ }).click();
    await settled();
    expect(instead()).toBeTruthy();
    print.mockRestore();
  });

  it('prints nothing else than what was recorded', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const { api, fixture } = await shown('fiche', 'health,places');
    screen.getByRole('button', { name: 'Imprimer' }).click();
    const request = await sent(api, 'POST', '/api/case-files/c1/papers');
    screen.getByRole('checkbox', { name: /^Où l’enfant se trouve/ }).click();
    request.flush(null, { status: 204, statusText: 'No Content' });
    await settled();
    await fixture.whenStable();
    expect(print).not.toHaveBeenCalled();
    print.mockRestore();
  });

  it('prints nothing that could not be recorded', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const { api, fixture } = await shown('fiche', 'health,places');
    screen.getByRole('button', { name: 'Imprimer' }).click();
    (await sent(api, 'POST', '/api/case-files/c1/papers')).flush(
      { type: 'about:blank', title: 'x', code: 'unavailable', status: 503 },
      { status: 503, statusText: 'Unavailable' },
    );
    await settled();
    await fixture.whenStable();
    expect(print).not.toHaveBeenCalled();
    print.mockRestore();
  });
});
