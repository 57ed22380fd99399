import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { DraftSummary } from '@repere/contract';
import type { AccountRole } from '@repere/access';
import { about, session } from '../../../testing/fake-lists';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { Session } from '../../access/session';
import { DraftsPage } from './drafts-page';
import { draft } from './testing/fake-draft';
import { settled } from '../../../testing/settled';

let api: HttpTestingController;

async function shown(role: AccountRole, ...drafts: readonly DraftSummary[]) {
  api = await prepare();
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about());
  (await sent(api, 'GET', '/api/session')).flush(session(role));
  await begun;
  const fixture = await openPage(DraftsPage);
  (await sent(api, 'GET', '/api/protocol-drafts')).flush(drafts);
  await settled();
  await fixture.whenStable();
  return fixture;
}

describe('drafts of protocols', () => {
  afterEach(() => document.body.replaceChildren());

  it('say how far each is, from which version, by whom', async () => {
    await shown('protocol-editor', draft({ state: 'in-review' }));
    const [line] = screen.getAllByRole('listitem');
    const words = within(line as HTMLElement);
    expect(words.getByRole('link', { name: 'Abri' }).getAttribute('href')).toBe('/protocoles/brouillons/d1');
    expect(words.getByText('En relecture')).toBeTruthy();
    expect(words.getByText(/à partir de 1\.0\.0/)).toBeTruthy();
    expect(words.getByText(/Pia Exemple/)).toBeTruthy();
  });

  it('say how to begin where there is none, and fold those that are over away', async () => {
    await shown('protocol-editor', draft({ state: 'published' }));
    expect(screen.getByText('Aucun brouillon en cours')).toBeTruthy();
    expect(screen.getByText('Brouillons terminés (1)')).toBeTruthy();
  });

  it('are not begun by a supervisor, who only reads them', async () => {
    await shown('supervisor');
    expect(screen.queryByRole('button', { name: 'Commencer un brouillon' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Importer' })).toBeNull();
  });

  it('are imported from files, and a wrong one is named', async () => {
    const fixture = await shown('protocol-editor');
    const picker = screen.getByLabelText('Fichiers d’une version');
    // What browsers have and this DOM lacks.
    const file = Object.assign(new File(['of: shelter@1.0.0'], 'en.yaml'), {
      text: async () => 'of: shelter@1.0.0',
    });
    await userEvent.upload(picker, file);
    await userEvent.click(screen.getByRole('button', { name: 'Importer' }));
    await settled();
    await fixture.whenStable();
    const said = screen.getByRole('link', { name: /Il manque protocol\.yaml.*en\.yaml/ });
    expect(said.getAttribute('href')).toBe('#import-files');
    expect(document.activeElement).toBe(said.closest('[role=alert]'));
    expect(document.getElementById('import-files')?.getAttribute('aria-describedby')).toContain(
      'import-files-problem',
    );
  });
});
