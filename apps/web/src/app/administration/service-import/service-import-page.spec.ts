import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ImportPreview, ServiceImports } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ServiceImportPage } from './service-import-page';

const PREVIEW: ImportPreview = {
  ...{ added: 2, known: 1, wrong: 0, problems: [], columns: ['nom', 'type'], unread: [] },
  first: [{ line: 2, name: 'Foyer A', kind: 'ngo', territories: [] }],
};
const imports = (change: Partial<ServiceImports['items'][number]> = {}): ServiceImports => ({
  items: [
    {
      ...{ id: 'i1', at: '2026-03-12T09:00:00Z', by: 'Alix', services: 3, untouched: 2, undoneAt: null },
      ...change,
    },
  ],
});

async function arrive(list: ServiceImports = { items: [] }) {
  const api = await prepare();
  await openPage(ServiceImportPage);
  (await sent(api, 'GET', '/api/service-imports')).flush(list);
  await settled();
  return api;
}
const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
async function pick(bytes: Uint8Array<ArrayBuffer>) {
  const file = new File([bytes], 'services.csv', { type: 'text/csv' });
  Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(bytes.buffer) });
  await userEvent.upload(screen.getByLabelText('Fichier CSV'), file);
  const sent: Event[] = [];
  document.addEventListener('submit', (event) => sent.push(event), { once: true });
  await press('Voir ce que cela donne');
  // Else the browser sends the form, and the page begins anew.
  expect(sent.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true]);
}

describe('a table of services', () => {
  afterEach(() => document.body.replaceChildren());

  it('is looked at before anything is added', async () => {
    const api = await arrive();
    await press('Voir ce que cela donne');
    expect(screen.getAllByText('Choisissez un fichier').length).toBeGreaterThan(0);
    await pick(new TextEncoder().encode('nom;type\nFoyer A;ngo'));
    const looked = await sent(api, 'POST', '/api/service-imports/preview');
    expect(looked.request.body).toEqual({ table: 'nom;type\nFoyer A;ngo' });
    looked.flush(PREVIEW);
    await settled();
    expect(screen.getByText('2 services seraient ajoutés.')).toBeTruthy();
    expect(screen.getByText(/Foyer A/)).toBeTruthy();
    await press('Ajouter ces services');
    const taken = await sent(api, 'POST', '/api/service-imports');
    expect(taken.request.body).toEqual({ table: 'nom;type\nFoyer A;ngo' });
    taken.flush(imports());
    await settled();
    expect(screen.getByText('Services ajoutés.')).toBeTruthy();
  });

  it('names the line and column of what is wrong, and offers nothing to add', async () => {
    const api = await arrive();
    // As spreadsheets on Windows write it: é is one byte, which is no UTF-8.
    await pick(new Uint8Array([0x46, 0xe9, 0x3b]));
    const looked = await sent(api, 'POST', '/api/service-imports/preview');
    expect(looked.request.body).toEqual({ table: 'Fé;' });
    const text = { fr: 'Ce n’est pas le code d’un département.', en: '' };
    const problem = { line: 5, column: 'departements', code: 'not-a-territory', text, found: '99' };
    looked.flush({ ...PREVIEW, wrong: 1, problems: [problem] });
    await settled();
    expect(screen.getByText(/Ligne 5, departements/)).toBeTruthy();
    expect(screen.getByText('1 erreur à corriger dans le fichier.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ajouter ces services' })).toBeNull();
  });

  it('says which columns nobody reads, before anything is added', async () => {
    const api = await arrive();
    await pick(new TextEncoder().encode('nom;ville;note'));
    (await sent(api, 'POST', '/api/service-imports/preview')).flush({
      ...PREVIEW,
      unread: ['ville', 'note'],
    });
    await settled();
    expect(screen.getByText(/Colonnes que personne ne lit.*ville, note\.$/)).toBeTruthy();
    expect(screen.getByText(/Colonnes possibles/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ajouter ces services' })).toBeTruthy();
  });

  it('is undone in one press, which says how many it takes away', async () => {
    const api = await arrive(imports());
    await press(/Annuler.: retirer 2 services/);
    (await sent(api, 'DELETE', '/api/service-imports/i1')).flush(
      imports({ undoneAt: '2026-03-12T10:00:00Z', untouched: 0 }),
    );
    await settled();
    expect(screen.getByText('Import annulé.')).toBeTruthy();
    expect(screen.getByText(/^Annulé, /)).toBeTruthy();
  });

  it('of which something is asked at this moment is undone by a second press, beside what waits for it', async () => {
    const api = await arrive(imports());
    await press(/Annuler.: retirer 2 services/);
    const text = { fr: 'Sollicité en ce moment.', en: '' };
    (await sent(api, 'DELETE', '/api/service-imports/i1')).flush(
      {
        ...{ type: 'about:blank', title: '', status: 422, code: 'refused' },
        reasons: [{ code: 'asked-now', text }],
      },
      { status: 422, statusText: '' },
    );
    await settled();
    expect(screen.getAllByText(text.fr).length).toBe(1);
    await press('Annuler quand même');
    (await sent(api, 'DELETE', '/api/service-imports/i1?although=asked')).flush(
      imports({ undoneAt: '2026-03-12T10:00:00Z', untouched: 0 }),
    );
    await settled();
    expect(screen.getByText('Import annulé.')).toBeTruthy();
    expect(screen.queryByText(text.fr)).toBeNull();
  });
});
