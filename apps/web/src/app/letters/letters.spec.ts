import { TestBed } from '@angular/core/testing';
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
  language: 'fr',
  recipient: 'Mairie (fictive)',
  familyTold: null,
  drafts: [],
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
      lines: [{ id: 'h1', text: 'Enceinte : oui', language: 'fr', part: 'seen' }],
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
  ...{
    sha256: 'a'.repeat(64),
    bytes: 10,
    referralId: null,
    maySend: true,
    content: { redacted: true, ask: 'Sacha' },
  },
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
    expect(
      screen.getByText(/^\s*santé\s: 1 de côté, voir\s*$/).closest('details:not([open]) details'),
    ).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'Vu' }), 'Seule, la nuit.');
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier la lettre' }));
    await settled();
    expect(screen.getByRole('article').textContent).toContain('Seule, la nuit.');
    expect(screen.getByRole('article').textContent).not.toContain('Enceinte');
    expect(screen.getByText('Laissé de côté : santé (1)')).toBeTruthy();
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

  const seen = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Vu' });
  const written = async (inputs: object, drafts: LetterProposal['drafts'] = []) => {
    const api = await prepare();
    const page = await openPage(WriteLetterPage, { caseFileId: 'c1', letterKind: 'notice', ...inputs });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush({ ...proposal, drafts });
    await settled();
    return { api, page };
  };
  const DRAFT = '/api/case-files/c1/letters/drafts/notice';
  const draftOf = (text: string, revision: number, corrects: string | null = null) => ({
    ...{ corrects, revision, savedAt: AT },
    content: { recipient: 'Mairie', parts: { who: 'Elle', seen: text }, chosen: ['h1'] },
  });

  it('puts what is chosen into the part where it belongs', async () => {
    const api = await prepare();
    await openPage(WriteLetterPage, { caseFileId: 'c1', letterKind: 'notice' });
    const [health] = proposal.leftOut;
    const lines = [
      { id: 's1', text: 'Le 12 mars, l’enfant : « Non »', language: 'fr', part: 'who' },
      { id: 's2', text: 'Prénoms : Ana', language: 'fr', part: 'who', instead: 'Prénoms : non renseigné' },
      { id: 'o1', text: 'A judge decided', language: 'en', part: 'who' },
    ];
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush({
      ...proposal,
      leftOut: health ? [{ ...health, lines }] : [],
    });
    await settled();
    expect(screen.getByText('A judge decided').lang).toBe('en');
    expect(screen.getByText('Prénoms : Ana').lang).toBe('fr');
    await userEvent.click(
      screen.getByRole('button', { name: 'Ajouter : Le 12 mars, l’enfant : « Non »', hidden: true }),
    );
    await settled();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Qui' }).value).toBe(
      'Prénoms : non renseigné\nLe 12 mars, l’enfant : « Non »',
    );
    expect(seen().value).toBe('');
    expect(screen.getByText('Ajouté dans « Qui »')).toBeTruthy();
    // In the place of what said that it is there.
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter : Prénoms : Ana', hidden: true }));
    await settled();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Qui' }).value).toBe(
      'Prénoms : Ana\nLe 12 mars, l’enfant : « Non »',
    );
  });

  it('that tells of a referral is proposed and settled as of that one', async () => {
    const api = await prepare();
    await openPage(WriteLetterPage, { caseFileId: 'c1', letterKind: 'referral', orientation: 's1' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/referral?referralId=s1')).flush({
      ...proposal,
      parts: proposal.parts.slice(0, 1),
    });
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier la lettre' }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter la lettre' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters')).request;
    expect(body).toMatchObject({ template: 'referral', referralId: 's1' });
  });

  it('that corrects one of a referral is proposed as its correction: the referral may be over', async () => {
    const api = await prepare();
    const address = { caseFileId: 'c1', letterKind: 'referral', orientation: 's1', corrige: 'l1' };
    await openPage(WriteLetterPage, address);
    const path = '/api/case-files/c1/letters/proposals/referral?referralId=s1&corrects=l1';
    expect((await sent(api, 'GET', path)).request.urlWithParams).toBe(path);
  });

  it('keeps what is typed, and goes on from there when it is opened again', async () => {
    const { api, page } = await written({});
    await userEvent.type(seen(), 'Ses mots.');
    page.destroy();
    const { request } = await sent(api, 'PUT', DRAFT);
    expect(request.headers.get('If-Match')).toBe('"0"');
    expect(request.body).toEqual({
      content: {
        recipient: 'Mairie (fictive)',
        familyTold: null,
        parts: { who: 'Prénoms : non renseigné', seen: 'Ses mots.' },
        chosen: [],
      },
    });
    TestBed.resetTestingModule();
    await written({}, [draftOf('Une correction.', 2, 'l9'), draftOf('Gardé.', 3)]);
    expect(seen().value).toBe('Gardé.');
    expect(screen.getByText('Laissé de côté : 0')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Repartir de ce qui est noté' }));
    expect([seen().value, screen.getByText('Laissé de côté : 1') !== null]).toEqual(['', true]);
    // Nothing that was typed is lost by one press.
    await userEvent.click(screen.getByRole('button', { name: 'Reprendre ce que j’avais écrit' }));
    expect([seen().value, screen.getByText('Laissé de côté : 0') !== null]).toEqual(['Gardé.', true]);
  });

  it('shows what was saved on another device, and writes over it only when told to', async () => {
    const { api, page } = await written({}, [draftOf('Gardé.', 3)]);
    await userEvent.type(seen(), ' Moi.');
    const stale = { type: '', title: '', status: 412, code: 'stale' };
    (await sent(api, 'PUT', DRAFT)).flush(stale, { status: 412, statusText: 'said' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush({
      ...proposal,
      drafts: [draftOf('Au bureau.', 4)],
    });
    await settled();
    expect(screen.getByText('Au bureau.')).toBeTruthy();
    expect(seen().value).toBe('Gardé. Moi.');
    await userEvent.click(screen.getByRole('button', { name: 'Garder le mien' }));
    page.destroy();
    const { request } = await sent(api, 'PUT', DRAFT);
    expect([request.headers.get('If-Match'), request.body.content.parts.seen]).toEqual([
      '"4"',
      'Gardé. Moi.',
    ]);
  });

  it.each(['corrige', 'reprend'])('begins from the letter that it takes up (%s)', async (name) => {
    const api = await prepare();
    await openPage(WriteLetterPage, { caseFileId: 'c1', letterKind: 'notice', [name]: 'l1' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush(proposal);
    const part = { id: 'seen', title: { fr: 'Vu', en: 'Seen' }, text: 'Seule, la nuit.' };
    const before = { ...content, recipient: 'Mairie bis', parts: [part], chosen: ['h1', 'gone'] };
    (await sent(api, 'GET', '/api/case-files/c1/letters/l1')).flush(letter({ content: before }));
    await settled();
    expect(seen().value).toBe('Seule, la nuit.');
    await userEvent.type(screen.getByRole('textbox', { name: 'Qui' }), 'Elle');
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier la lettre' }));
    await settled();
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter la lettre' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters')).request;
    expect(body).toMatchObject({ recipient: 'Mairie bis', chosen: ['h1'] });
    expect(body.corrects).toBe(name === 'corrige' ? 'l1' : undefined);
  });

  const content: LetterContent = {
    ...{ language: 'fr', recipient: 'Mairie (fictive)\n1 place Neuve', parts: [], leftOut: [], chosen: [] },
    ...{ ground: null, isBound: false, second: 'none', familyTold: null },
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

  it('of a referral says to whom it goes, and asks nothing again that was said with it', async () => {
    const api = await prepare();
    await openPage(LetterPage, { caseFileId: 'c1', letterId: 'l1' });
    const said = { ...content, ground: 'shared-secret' as const };
    (await sent(api, 'GET', '/api/case-files/c1/letters/l1')).flush(
      letter({ template: 'referral', referralId: 's1', content: said }),
    );
    await settled();
    expect(screen.getByText(/au service de l’orientation.: Mairie \(fictive\)\./)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /^(Pourquoi fallait-il|Qui l’a reçue)/ })).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Reprendre ses mots dans une autre lettre' }).getAttribute('href'),
    ).toBe('/dossiers/c1/lettres/nouvelle/referral?reprend=l1&orientation=s1');
    await userEvent.click(screen.getByRole('radio', { name: 'poste' }));
    await note();
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters/l1/sending')).request;
    expect(body).toMatchObject({ how: 'post', toWhom: 'Mairie (fictive)' });
    expect(body).not.toHaveProperty('basis');
  });

  it('that may not leave at this moment says so at the question when, whose other answer takes its own hour', async () => {
    const api = await opened({ ground: null });
    await userEvent.click(screen.getByRole('radio', { name: 'l’enfant, en main propre' }));
    await userEvent.click(screen.getByRole('radio', { name: 'en main propre' }));
    await note();
    const text = { fr: 'Si elle est partie avant, dites quand.', en: 'If it left before, say when.' };
    const reasons = [{ code: 'referral-over', field: 'sentAt', text }];
    (await sent(api, 'POST', '/api/case-files/c1/letters/l1/sending')).flush(
      { type: '', title: '', status: 422, code: 'refused', reasons },
      { status: 422, statusText: 'said' },
    );
    await settled();
    expect(document.querySelector('a[href="#sending-when"]')?.textContent).toContain(text.fr);
    expect(screen.getByRole('group', { name: /^Quand/ }).textContent).toContain(text.fr);
  });

  it('asks who has a letter that is the child’s own, and of the child nothing but an hour that can be read', async () => {
    const api = await opened({});
    await note();
    expect(document.querySelector('a[href="#sending-receivedBy"]')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'l’enfant, en main propre' }));
    expect(screen.queryByRole('textbox', { name: /^Pourquoi fallait-il/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /^Qui l’a reçue/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'plus tôt' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^À quelle heure/ }), '25h');
    await note();
    expect(document.querySelector('a[href="#sending-hour"]')).toBeTruthy();
    expect(document.querySelector('a[href="#sending-how"]')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'à l’instant' }));
    await userEvent.click(screen.getByRole('radio', { name: 'en main propre' }));
    await note();
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters/l1/sending')).request;
    expect(body).toMatchObject({ how: 'hand', receivedBy: 'child' });
    expect(body).not.toHaveProperty('toWhom');
    expect(body).not.toHaveProperty('basis');
  });

  it('asks of the child’s own letter what the law asks once somebody else has it', async () => {
    const api = await opened({});
    await userEvent.click(screen.getByRole('radio', { name: 'une autre personne' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Qui l’a reçue/ }), 'La CRIP');
    await note();
    expect(document.querySelector('a[href="#sending-why"]')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /^Pourquoi fallait-il/ }), 'Elle l’a demandé.');
    for (const yes of screen.getAllByRole('radio', { name: 'Oui' })) await userEvent.click(yes);
    await note();
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters/l1/sending')).request;
    expect(body).toMatchObject({
      ...{ how: 'post', receivedBy: 'other', toWhom: 'La CRIP' },
      basis: { why: 'Elle l’a demandé.' },
    });
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
