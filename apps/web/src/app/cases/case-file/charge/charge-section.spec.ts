import { screen, within } from '@testing-library/dom';
import type { CaseFile, Charge } from '@repere/contract';
import { caseFile } from '../../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { CasePage } from '../../../casework/case-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

const AUTHORITY = {
  ...{
    title: both('Procureur'),
    because: both('Danger grave.'),
    isOurs: false,
    seizedAt: null,
    letter: null,
  },
  basis: [{ code: 'F36', text: both('CASF L226-4'), confidence: 'B' as const }],
};
const charge = (change: Partial<Charge> = {}): Charge => ({
  ...{ authority: AUTHORITY, open: [], asked: [], toAsk: [] },
  ...change,
});

async function shown(change: Partial<CaseFile>) {
  const api = await prepare();
  const fixture = await openPage(CasePage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
    caseFile: caseFile(change),
    journal: { items: [], next: null },
  });
  await settled();
  await fixture.whenStable();
  return within(screen.getByRole('region', { name: 'Qui est compétent, ce qui est demandé et à qui' }));
}

describe('who answers for a child', () => {
  afterEach(() => document.body.replaceChildren());

  it('stands in the head of the page and beside the next step, with why and on which texts', async () => {
    const section = await shown({ charge: charge() });
    expect(section.getByText('Danger grave.')).toBeTruthy();
    expect(section.getByText('CASF L226-4')).toBeTruthy();
    expect(section.getByText('pas encore saisi', { exact: true })).toBeTruthy();
    const head = screen.getByText('Autorité compétente').closest('div');
    expect(plain(head?.textContent)).toContain('Procureur · pas encore saisi');
  });

  it('is not guessed: what is missing is named and leads to the step that asks it', async () => {
    const fact = (title: string, step: string | null) => ({
      title: both(title),
      askedBy: step === null ? null : { runId: 'r1', step, title: both(step) },
    });
    const open = [{ authority: both('Juge'), facts: [fact('Danger', 'weigh'), fact('Crime', null)] }];
    const section = await shown({ charge: charge({ authority: null, open }) });
    expect(section.getByText('Autorité pas encore établie')).toBeTruthy();
    expect(section.getByText(/D’ici là, ASE Nord répond de l’enfant/)).toBeTruthy();
    expect(section.getByRole('link', { name: 'Danger' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/weigh',
    );
    expect(section.queryByRole('link', { name: 'Crime' })).toBeNull();
  });

  it('says what to ask with its letter one press away, what was asked since when, and what follows a silence', async () => {
    const about = (step: string) => ({ runId: 'r1', step, title: both(`étape ${step}`) });
    const due = { dueAt: null, atOnce: true, isLate: false, origin: 'LEGAL' as const };
    const section = await shown({
      charge: charge({
        toAsk: [
          {
            ...{ ...about('report'), ...due, to: both('Procureur') },
            letters: [{ id: 'signalement', title: both('Signalement') }],
          },
          // Without a letter.
          { ...{ ...about('call'), ...due, to: both('CRIP') }, letters: [] },
        ],
        asked: [
          {
            ...{ ...about('told'), to: both('CRIP'), at: '2026-03-10T09:00:00Z', basis: [] },
            ...{ expectsAnswer: true, silence: both('Rappelez.') },
            waitsFor: {
              ...about('answer'),
              ...due,
              atOnce: false,
              dueAt: '2026-03-12T09:00:00Z',
              isLate: true,
            },
          },
          {
            ...{ ...about('notice'), to: both('Parquet'), at: '2026-03-09T09:00:00Z', basis: [] },
            ...{ expectsAnswer: false, silence: both('Un avis.'), waitsFor: null },
          },
        ],
      }),
    });
    expect(screen.getByRole('link', { name: /^Écrire/ }).getAttribute('href')).toBe(
      '/dossiers/c1/lettres/nouvelle/signalement?etape=r1%2Freport',
    );
    expect(section.getByText(/· à demander.: 1 · à relancer.: 1$/)).toBeTruthy();
    const [, , crip, notice] = section
      .getAllByRole('listitem')
      .filter((it) => it.closest('ul')?.className === 'requests');
    expect(plain(crip?.textContent)).toMatch(
      /^CRIP étape told demandé : .* étape answer .* Sans réponse : Rappelez\.$/,
    );
    expect(plain(notice?.textContent)).toMatch(/^Parquet étape notice demandé : .* Un avis\.$/);
  });

  it('says that a letter left, with the step that it leaves to be ended, and offers it to nobody again', async () => {
    const sentAt = '2026-03-10T09:00:00Z';
    const about = { runId: 'r1', step: 'report', title: both('Faire le signalement') };
    const due = { dueAt: null, atOnce: true, isLate: false, origin: 'LEGAL' as const };
    const letters = [{ id: 'signalement', title: both('Signalement') }];
    const other = { ...about, step: 'copy', title: both('Copie') };
    const section = await shown({
      letterSentAt: { 'r1/report': sentAt },
      charge: charge({
        authority: { ...AUTHORITY, letter: { ...about, sentAt } },
        toAsk: [about, other].map((it) => ({ ...it, ...due, to: both('Procureur'), letters })),
      }),
    });
    const head = screen.getByText('Autorité compétente').closest('div');
    expect(plain(head?.textContent)).toMatch(/Procureur · lettre partie.: .*, étape à terminer/);
    expect(plain(head?.textContent)).not.toContain('pas encore saisi');
    expect(section.getByRole('link', { name: /^lettre partie/ }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/report',
    );
    // The other step of the same letter is still to be written.
    expect(screen.getAllByRole('link', { name: /^Écrire/ }).map((it) => it.getAttribute('href'))).toEqual([
      '/dossiers/c1/lettres/nouvelle/signalement?etape=r1%2Fcopy',
    ]);
    const ending = screen.getByRole('link', { name: /^Lettre partie, à terminer.: Faire le signalement$/ });
    expect(ending.getAttribute('href')).toBe('/dossiers/c1/etapes/r1/report');
    // On its row, or on the card of what is next.
    expect(screen.getAllByText(/^Lettre partie.: .*\. Étape à terminer\.$/)).toHaveLength(1);
  });

  it('stands in the head without a press where nobody answered: of whom, since when, and what to do first', async () => {
    const about = (step: string) => ({ runId: 'r1', step, title: both(`étape ${step}`) });
    const request = (step: string, isLate: boolean) => ({
      ...{ ...about(step), to: both('CRIP'), at: '2026-03-10T09:00:00Z', basis: [] },
      ...{ expectsAnswer: true, silence: both('Rappelez la CRIP. Cela s’aggrave : signalement.') },
      waitsFor: {
        ...{ ...about(`answer-${step}`), dueAt: '2026-03-12T09:00:00Z', atOnce: false, isLate },
        origin: 'LEGAL' as const,
      },
    });
    const answered = { ...request('told', false), waitsFor: null };
    await shown({
      charge: charge({ asked: [request('a', false), answered, request('b', false), request('c', true)] }),
    });
    const head = [...document.querySelectorAll('app-pressing-requests p')].map((it) => plain(it.textContent));
    expect(head).toEqual([
      expect.stringMatching(/^CRIP demandé.: .* étape answer-c .* Sans réponse.: Rappelez la CRIP\.$/),
      expect.stringMatching(/étape answer-a/),
    ]);
    expect(document.querySelector('app-pressing-requests')?.closest('details')).toBeNull();
  });

  it('is not told to who may not see what it stands on', async () => {
    const redacted = { redacted: true as const, ask: 'supervisor' };
    const section = await shown({ charge: charge({ authority: redacted, open: redacted }) });
    expect(section.getByText(/dépend d’une information/)).toBeTruthy();
    expect(screen.getByText('Non affichée : demandez à votre responsable')).toBeTruthy();
  });

  it('says that a team answers for a child whom nobody leads', async () => {
    await shown({ lead: null, charge: charge() });
    expect(screen.getByText(/ASE Nord en répond, un responsable nomme quelqu’un/)).toBeTruthy();
  });
});
