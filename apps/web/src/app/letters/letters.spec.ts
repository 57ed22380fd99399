import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Letter, LetterContent, LetterProposal, Letters, LetterSummary } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { LetterPage } from './letter-page';
import { LettersPage } from './letters-page';
import { WriteLetterPage } from './write-letter-page';

const AT = '2026-03-12T09:00:00Z';
const NOTICE = { fr: 'Avis', en: 'Notice' };
const proposal: LetterProposal = {
  ...{ id: 'notice', title: NOTICE, purpose: { fr: 'Prévenir.', en: 'Tell.' }, second: 'may', sources: [] },
  ...{ caseFileId: 'c1', calledName: 'Comète' },
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
  ...{ caseFileId: 'c1', calledName: 'Comète' },
  ...{ step: null, reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
  ...{ sha256: 'a'.repeat(64), bytes: 10, maySend: true, content: { redacted: true, ask: 'Sacha' } },
  ...change,
});

describe('letters of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what was sent and what was not, and the kinds that may be written', async () => {
    const api = await prepare();
    await openPage(LettersPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/letters')).flush({
      ...{ caseFileId: 'c1', calledName: 'Comète' },
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

  it('of a step leads back to it, being written and once its words are settled; one of no step to none', async () => {
    const wayBack = () => screen.queryByRole('link', { name: 'À l’étape' })?.getAttribute('href');
    const api = await prepare();
    const asked = { caseFileId: 'c1', letterKind: 'notice' };
    const page = await openPage(WriteLetterPage, { ...asked, etape: 'r1/notify' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush(proposal);
    await settled();
    expect(wayBack()).toBe('/dossiers/c1/etapes/r1/notify');
    page.componentRef.setInput('etape', undefined);
    await settled();
    expect(wayBack()).toBeUndefined();
    document.body.replaceChildren();
    await openPage(LetterPage, { caseFileId: 'c1', letterId: 'l1' });
    const settledFor = { runId: 'r1', step: 'notify' };
    (await sent(api, 'GET', '/api/case-files/c1/letters/l1')).flush(letter({ step: settledFor }));
    await settled();
    expect(wayBack()).toBe('/dossiers/c1/etapes/r1/notify');
  });

  it('names what is missing, keeps left out what nobody chose, and settles the words that were looked at', async () => {
    const api = await prepare();
    await openPage(WriteLetterPage, { caseFileId: 'c1', letterKind: 'notice' });
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

  const content: LetterContent = {
    ...{ recipient: 'Mairie (fictive)\n1 place Neuve', parts: [], leftOut: [] },
    ...{ ground: null, isBound: false, second: 'none' },
  };
  const opened = async (change: Partial<LetterContent>) => {
    const api = await prepare();
    await openPage(LetterPage, { caseFileId: 'c1', letterId: 'l1' });
    const shown = letter({ content: { ...content, ...change } });
    (await sent(api, 'GET', '/api/case-files/c1/letters/l1')).flush(shown);
    await settled();
    await userEvent.click(screen.getByRole('radio', { name: 'poste' }));
    return api;
  };

  const note = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Noter l’envoi' }));
    await settled();
  };

  it('asks before something is told what the law asks, and sends it', async () => {
    const api = await opened({ ground: 'authority', isBound: true });
    await note();
    expect(screen.getAllByRole('link').map((it) => it.getAttribute('href'))).toEqual(
      expect.arrayContaining(['#sending-why', '#sending-child', '#sending-parents']),
    );
    await userEvent.type(screen.getByRole('textbox', { name: /^Pourquoi fallait-il/ }), 'Être protégée.');
    for (const yes of screen.getAllByRole('radio', { name: 'Oui' })) await userEvent.click(yes);
    await note();
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters/l1/sending')).request;
    expect(body).toMatchObject({
      ...{ how: 'post', toWhom: 'Mairie (fictive)' },
      basis: { why: 'Être protégée.', child: { told: 'yes' }, parents: { told: 'yes' } },
    });
  });

  it('asks nothing of the kind of a letter that is the child’s own, but an hour that can be read', async () => {
    const api = await opened({});
    expect(screen.queryByRole('textbox', { name: /^Pourquoi fallait-il/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'plus tôt' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^À quelle heure/ }), '25h');
    await note();
    expect(document.querySelector('a[href="#sending-hour"]')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'à l’instant' }));
    await note();
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters/l1/sending')).request;
    expect(body).toMatchObject({ how: 'post', toWhom: 'Mairie (fictive)' });
    expect(body).not.toHaveProperty('basis');
  });

  it('shows to who may not read its words that it is there, and no way to its file', async () => {
    const api = await prepare();
    await openPage(LetterPage, { caseFileId: 'c1', letterId: 'l1' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/l1')).flush(letter({ maySend: false }));
    await settled();
    expect(screen.getByText(/Ses mots ne vous sont pas montrés/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Télécharger le PDF' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Noter l’envoi' })).toBeNull();
  });
});
