import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Letter, LetterProposal, Letters, LetterSummary } from '@repere/contract';
import { open, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { LetterPage } from './letter-page';
import { LettersPage } from './letters-page';
import { WriteLetterPage } from './write-letter-page';

const AT = '2026-03-12T09:00:00Z';
const NOTICE = { fr: 'Avis', en: 'Notice' };
const proposal: LetterProposal = {
  ...{ id: 'notice', title: NOTICE, purpose: { fr: 'Prévenir.', en: 'Tell.' }, second: 'may', sources: [] },
  ...{ reference: 'RP-7K4M-2Q', zone: 'Europe/Paris', signs: { fr: 'Vous.', en: 'You.' } },
  recipient: 'Mairie (fictive)',
  parts: [
    {
      id: 'who',
      title: { fr: 'Qui', en: 'Who' },
      hint: null,
      isRequired: true,
      text: 'Prénoms : non renseigné',
    },
    { id: 'seen', title: { fr: 'Vu', en: 'Seen' }, hint: null, isRequired: true, text: '' },
  ],
  leftOut: [
    {
      ...{ fieldClass: 'health', title: { fr: 'santé', en: 'health' } },
      lines: [{ id: 'h1', text: 'Enceinte : oui' }],
    },
  ],
};
const summary: LetterSummary = {
  ...{ id: 'l1', template: 'notice', title: NOTICE, at: AT, by: { id: 'a1', name: 'Léa' } },
  ...{ corrects: null, correctedBy: null, sending: null },
};
const letter = (change: Partial<Letter> = {}): Letter => ({
  ...summary,
  ...{ step: null, reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
  ...{ sha256: 'a'.repeat(64), bytes: 10, maySend: true, content: { redacted: true, ask: 'Sacha' } },
  ...change,
});

describe('letters of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what was sent and what was not, and the kinds that may be written', async () => {
    const api = await prepare();
    await open(LettersPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/letters')).flush({
      ...{ reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
      letters: [summary],
      kinds: [{ id: 'notice', title: NOTICE, purpose: { fr: 'Prévenir.', en: 'Tell.' } }],
    } satisfies Letters);
    await settled();
    expect(screen.getByText(/^Arrêtée, .*, pas envoyée$/)).toBeTruthy();
    expect(screen.getAllByRole('link', { name: 'Avis' }).map((it) => it.getAttribute('href'))).toEqual([
      '/dossiers/c1/lettres/l1',
      '/dossiers/c1/lettres/nouvelle/notice',
    ]);
  });

  it('names what is missing, keeps left out what nobody chose, and settles the words that were looked at', async () => {
    const api = await prepare();
    await open(WriteLetterPage, { caseFileId: 'c1', letterKind: 'notice' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush(proposal);
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier la lettre' }));
    await settled();
    expect(screen.getAllByText(/Il manque : Vu/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('article')).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'Vu' }), 'Seule, la nuit.');
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier la lettre' }));
    await settled();
    expect(screen.getByRole('article').textContent).toContain('Seule, la nuit.');
    expect(screen.getByRole('article').textContent).not.toContain('Enceinte');
    expect(screen.getByText('Laissé de côté : 1')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter la lettre' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters')).request;
    expect(body).toEqual({
      ...{ template: 'notice', recipient: 'Mairie (fictive)', chosen: [] },
      parts: [
        { id: 'who', text: 'Prénoms : non renseigné' },
        { id: 'seen', text: 'Seule, la nuit.' },
      ],
    });
  });

  it('shows to who may not read its words that it is there, and no way to its file', async () => {
    const api = await prepare();
    await open(LetterPage, { caseFileId: 'c1', letterId: 'l1' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/l1')).flush(letter({ maySend: false }));
    await settled();
    expect(screen.getByText(/Ses mots ne vous sont pas montrés/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Télécharger le PDF' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Noter l’envoi' })).toBeNull();
  });
});
