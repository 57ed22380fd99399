import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseAccessLog, AccessEvent } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { AccessLogPage } from './access-log-page';

const both = (words: string) => ({ fr: words, en: words });
const accessEvent = (change: Partial<AccessEvent> = {}): AccessEvent => ({
  id: '7',
  at: '2026-03-12T09:00:00Z',
  by: { id: 'a1', name: 'Camille' },
  as: null,
  kind: 'opened',
  act: both('A ouvert le dossier'),
  purpose: both('accompagnement de l’enfant'),
  unusual: [],
  questions: [],
  mayAsk: true,
  ...change,
});
const accessLog = (change: Partial<CaseAccessLog> = {}): CaseAccessLog => ({
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  calledName: 'Inès',
  zone: 'Europe/Paris',
  unusual: [],
  searched: null,
  items: [accessEvent()],
  next: null,
  ...change,
});

async function shown(answer: CaseAccessLog) {
  const api = await prepare();
  const fixture = await openPage(AccessLogPage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1/access-log')).flush(answer);
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

describe('LooksPage', () => {
  it('puts the unusual first, each with its reasons', async () => {
    const unusual = accessEvent({
      id: '9',
      unusual: [{ code: 'outside', text: both('N’était pas de l’équipe') }],
    });
    await shown(accessLog({ unusual: [unusual], items: [unusual, accessEvent()] }));
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'À regarder d’abord',
      'Toutes les consultations',
    ]);
    const first = within(screen.getByRole('region', { name: 'À regarder d’abord' }));
    expect(first.getByText(/N’était pas de l’équipe/)).toBeTruthy();
    expect(first.getByText('Camille')).toBeTruthy();
  });

  it('is one line for what one person did on one day, and every access stands behind it', async () => {
    const of = (id: string, hour: string, name = 'Camille') =>
      accessEvent({ id, at: `2026-03-12T${hour}:00:00Z`, by: { id: name, name } });
    await shown(accessLog({ items: [of('1', '11'), of('2', '10', 'Ada'), of('3', '09'), of('4', '08')] }));
    const all = within(screen.getByRole('region', { name: 'Toutes les consultations' }));
    const [folded, ...others] = all.getAllByRole('group');
    expect(others).toEqual([]);
    expect(folded?.querySelector('summary')?.textContent?.replace(/\s+/g, ' ')).toContain(
      'Camille 3 consultations A ouvert le dossier (3)',
    );
    expect(folded?.querySelectorAll('app-access-log-line')).toHaveLength(3);
    expect(all.getByText('Ada')).toBeTruthy();
  });

  it('says that there may be more of the last day, as long as there is more to ask for', async () => {
    const of = (id: string, day: string) => accessEvent({ id, at: `2026-03-${day}T11:00:00Z` });
    const items = [of('1', '12'), of('2', '12'), of('3', '11'), of('4', '11')];
    const counts = () =>
      within(screen.getByRole('region', { name: 'Toutes les consultations' }))
        .getAllByText(/\d consultations/)
        .map(({ textContent }) => textContent);
    const { api, fixture } = await shown(accessLog({ items, next: 'more' }));
    expect(counts()).toEqual(['2 consultations', '2 consultations ou plus']);
    await userEvent.click(screen.getByRole('button', { name: /Voir/ }));
    (await sent(api, 'GET', '/api/case-files/c1/access-log?cursor=more')).flush(
      accessLog({ items: [of('5', '11')] }),
    );
    await settled();
    await fixture.whenStable();
    expect(counts()).toEqual(['2 consultations', '3 consultations']);
  });

  it('says so when there is nothing unusual', async () => {
    await shown(accessLog());
    expect(screen.getByText('Aucune consultation inhabituelle.')).toBeTruthy();
  });

  it('asks why, once; an empty question is not sent', async () => {
    const { api, fixture } = await shown(accessLog());
    await userEvent.click(screen.getByRole('button', { name: /^Demander pourquoi à Camille/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer la question' }));
    expect(screen.getByText('Écrivez votre question')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Votre question à Camille' }), 'Pourquoi ?');
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer la question' }));
    const request = await sent(api, 'POST', '/api/case-files/c1/access-log/7/questions');
    expect(request.request.body).toEqual({ question: 'Pourquoi ?' });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush({ id: 'q1' });
    const question = {
      id: 'q1',
      askedAt: '2026-03-13T09:00:00Z',
      askedBy: 'Léa',
      question: 'Pourquoi ?',
      answeredAt: null,
      answer: null,
    };
    (await sent(api, 'GET', '/api/case-files/c1/access-log')).flush(
      accessLog({ items: [accessEvent({ mayAsk: false, questions: [question] })] }),
    );
    await settled();
    await fixture.whenStable();
    expect(screen.getByText('Question envoyée.')).toBeTruthy();
    expect(screen.getByText('Pas encore de réponse.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Demander pourquoi/ })).toBeNull();
  });

  it('tells who may see it to who may not', async () => {
    const api = await prepare();
    const fixture = await openPage(AccessLogPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/access-log')).flush(
      { type: 'about:blank', title: 'x', code: 'not-found', status: 404 },
      { status: 404, statusText: 'Not Found' },
    );
    await settled();
    await fixture.whenStable();
    expect(screen.getByText(/^Seuls le pilote du dossier/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Revenir au dossier' }).getAttribute('href')).toBe(
      '/dossiers/c1',
    );
  });
});
