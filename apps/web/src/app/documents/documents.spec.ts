import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseDocument, CaseDocuments, DocumentVersion } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { DocumentsPage } from './documents-page';

const version: DocumentVersion = {
  ...{ id: 'v2', version: 2, kind: 'certificate', title: 'Certificat', datedOn: null, author: null },
  ...{ classes: ['identity', 'health'], original: null, at: '2026-03-12T09:00:00Z' },
  ...{ by: { id: 'a1', name: 'Léa' }, mediaType: 'application/pdf', pages: 3, bytes: 1_200_000 },
  ...{ originalSha256: 'b'.repeat(64), sha256: 'a'.repeat(64) },
};
const document_: CaseDocument = {
  versions: [version, { ...version, id: 'v1', version: 1, title: 'Ancien certificat' }],
  destroyed: null,
};
const documents = (change: Partial<CaseDocuments> = {}): CaseDocuments => ({
  ...{ caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
  ...{ items: [document_], next: null, total: 1, closed: 0, mayAdd: true, mayDestroy: false },
  ...change,
});
const ADDRESS = '/api/case-files/c1/documents';

describe('documents of a case', () => {
  afterEach(() => document.body.replaceChildren());

  const opened = async (change: Partial<CaseDocuments> = {}) => {
    const api = await prepare();
    await openPage(DocumentsPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', ADDRESS)).flush(documents(change));
    await settled();
    return api;
  };
  const add = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter le document' }));
    await settled();
  };

  it('shows what each is, with the way to its file and to those before it', async () => {
    await opened();
    expect(screen.getByText('Certificat · date inconnue')).toBeTruthy();
    expect(screen.getByText(/^Version 2, ajoutée par Léa.*3 pages, 1,2 Mo$/)).toBeTruthy();
    const files = screen.getAllByRole('link', { name: /^Télécharger/, hidden: true });
    expect(files.map((it) => it.getAttribute('href'))).toEqual([`${ADDRESS}/v2/file`, `${ADDRESS}/v1/file`]);
    expect(screen.queryByText('Détruire')).toBeNull();
  });

  it('says how many it does not show, and offers nothing to who may not add', async () => {
    await opened({ items: [], closed: 2, total: 2, mayAdd: false });
    expect(screen.getByText(/^2 documents ne vous sont pas montrés/)).toBeTruthy();
    expect(screen.queryByText('Ajouter un document')).toBeNull();
  });

  it('names what is missing, and sends the file with what was ticked and stated', async () => {
    const api = await opened({ items: [] });
    await userEvent.click(screen.getByText('Ajouter un document'));
    await settled();
    await add();
    expect(screen.getAllByRole('link').map((it) => it.getAttribute('href'))).toEqual(
      expect.arrayContaining(['#document-files', '#document-kind', '#document-title', '#document-stated']),
    );
    await userEvent.upload(
      screen.getByLabelText<HTMLInputElement>('Fichier'),
      new File(['%PDF-1.4'], 'a.pdf', { type: 'application/pdf' }),
    );
    await userEvent.selectOptions(screen.getByLabelText(/^Quel document/), 'Certificat');
    await userEvent.type(screen.getByRole('textbox', { name: 'Titre' }), 'Certificat du médecin');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Ce n’est ni une image d’abus/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'Oui' }));
    await add();
    expect(document.querySelector('a[href="#document-seal"]')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Où est l’original' }), 'Greffe');
    await userEvent.type(screen.getByRole('textbox', { name: 'Numéro de scellé' }), 'S-12');
    await add();
    const { body } = (await sent(api, 'POST', ADDRESS)).request;
    expect(body).toEqual({
      ...{ kind: 'certificate', title: 'Certificat du médecin', isNoImageOfAbuse: true },
      classes: ['people', 'contact', 'places', 'health'],
      original: { place: 'Greffe', seal: 'S-12' },
      content: btoa('%PDF-1.4'),
    });
  });

  it.each([
    ['photo.HEIC', ''],
    ['photo', 'image/heif'],
  ])(
    'says of a photograph of an iPhone how to send it, before anything is sent: %s %s',
    async (name, type) => {
      const api = await opened({ items: [] });
      await userEvent.click(screen.getByText('Ajouter un document'));
      await settled();
      const user = userEvent.setup({ applyAccept: false });
      await user.upload(screen.getByLabelText<HTMLInputElement>('Fichier'), new File(['x'], name, { type }));
      await add();
      expect(document.querySelector('a[href="#document-files"]')?.textContent).toMatch(
        /HEIC.*Formats › «.Le plus compatible.»/,
      );
      expect(api.match({ method: 'POST' })).toEqual([]);
    },
  );

  it('begins a newer version from what the one before is', async () => {
    const api = await opened();
    await userEvent.click(screen.getByRole('button', { name: /^Ajouter une version plus récente/ }));
    await settled();
    expect(screen.getByText(/^Nouvelle version de/)).toBeTruthy();
    expect(document.activeElement?.id).toBe('document-files');
    await userEvent.upload(
      screen.getByLabelText<HTMLInputElement>('Fichier'),
      new File(['%PDF-1.4'], 'a.pdf', { type: 'application/pdf' }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: /^Ce n’est ni une image d’abus/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter la version' }));
    const { body } = (await sent(api, 'POST', ADDRESS)).request;
    expect(body).toMatchObject({
      title: 'Certificat',
      kind: 'certificate',
      classes: ['health'],
      follows: 'v2',
    });
  });

  it('has a supervisor say why before a document is destroyed', async () => {
    const api = await opened({ mayDestroy: true });
    await userEvent.click(screen.getByText('Détruire'));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Détruire le fichier' }));
    await settled();
    expect(screen.getAllByText('Dites pourquoi').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'image d’abus' }));
    await settled();
    expect(screen.getByText(/^N’en gardez et n’en transmettez aucune copie/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Détruire le fichier' }));
    const destroying = await sent(api, 'POST', `${ADDRESS}/v2/destruction`);
    expect(destroying.request.body).toEqual({ reason: 'image-of-abuse' });
    destroying.flush(null);
    const destroyed = { at: version.at, by: version.by, reason: 'image-of-abuse' } as const;
    (await sent(api, 'GET', ADDRESS)).flush(documents({ items: [{ ...document_, destroyed }] }));
    await settled();
    expect(screen.getByText(/^Détruit par Léa.*image d’abus$/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Télécharger/ })).toBeNull();
  });
});
