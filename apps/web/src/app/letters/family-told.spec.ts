import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { LetterProposal } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { WriteLetterPage } from './write-letter-page';

const NOTICE = { fr: 'Avis', en: 'Notice' };
const proposal = (known: NonNullable<LetterProposal['familyTold']>['known']): LetterProposal => ({
  ...{ id: 'notice', title: NOTICE, purpose: NOTICE, second: 'may', sources: [] },
  ...{ caseFileId: 'c1', calledName: 'Comète', reference: 'RP-7K4M-2Q', zone: 'Europe/Paris' },
  ...{ signs: NOTICE, language: 'fr', recipient: 'Mairie (fictive)', drafts: [], leftOut: [] },
  parts: [
    { id: 'kin', title: { fr: 'Famille', en: 'Kin' }, hint: null, isRequired: true, text: '' },
    { id: 'asked', title: { fr: 'Demande', en: 'Request' }, hint: null, isRequired: true, text: 'Merci.' },
  ],
  familyTold: { part: 'kin', known },
});

describe('whether the family was told, of a letter that has to say it', () => {
  afterEach(() => document.body.replaceChildren());

  const opened = async (known: Parameters<typeof proposal>[0]) => {
    const api = await prepare();
    await openPage(WriteLetterPage, { caseFileId: 'c1', letterKind: 'notice' });
    (await sent(api, 'GET', '/api/case-files/c1/letters/proposals/notice')).flush(proposal(known));
    await settled();
    return api;
  };
  const check = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier la lettre' }));
    await settled();
  };
  const choose = async (name: string) => {
    await userEvent.click(screen.getByRole('radio', { name }));
    await settled();
  };

  it('is chosen by nobody at first; not told and not known ask why, and stand so on the paper', async () => {
    const api = await opened(null);
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
    await check();
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getAllByText(/^Dites si la famille est prévenue/).length).toBeGreaterThan(0);
    await choose('Pas encore su');
    await check();
    expect(screen.queryByRole('article')).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'Pourquoi' }), 'personne ne répond');
    await check();
    expect(screen.getByRole('article').textContent).toContain(
      'Pas encore su si la famille est prévenue\u00a0: personne ne répond',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter la lettre' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters')).request;
    expect(body).toMatchObject({
      familyTold: { is: 'not-known', why: 'personne ne répond' },
      parts: [{ id: 'kin', text: '' }, { id: 'asked' }],
    });
  });

  it('is proposed with the step or letter that says so and its day, and can be changed', async () => {
    const source = { fr: 'Prévenir la famille', en: 'Tell the family' };
    const api = await opened({ is: 'not-told', why: 'injoignable', source, at: '2026-03-12T09:00:00Z' });
    expect(screen.getByText(/^D’après « Prévenir la famille », 12 mars/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Non' }).checked).toBe(true);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Pourquoi' }).value).toBe('injoignable');
    await choose('Oui, par nous');
    expect(screen.queryByRole('textbox', { name: 'Pourquoi' })).toBeNull();
    await check();
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter la lettre' }));
    const { body } = (await sent(api, 'POST', '/api/case-files/c1/letters')).request;
    expect(body.familyTold).toEqual({ is: 'told' });
  });
});
