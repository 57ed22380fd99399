import { screen, within } from '@testing-library/dom';
import type { CalendarFeed, InboxItem, Reminders } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { RemindersPage } from './reminders-page';

const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

const item = (more: Partial<InboxItem> = {}): InboxItem => ({
  ...{ id: 'm1', caseFileId: 'c1', reference: 'RP-2026-0001', calledName: 'Nour', runId: 'r1', step: 'care' },
  ...{ of: 'step', title: { fr: 'Soins urgents', en: 'Urgent care' }, origin: 'MEDICAL' },
  ...{ dueAt: null, lateFrom: null, atOnce: true, why: 'follows', at: new Date().toISOString() },
  ...{ answeredBy: null, answeredAt: null },
  ...more,
});
const reminders = (items: readonly InboxItem[], more: Partial<Reminders> = {}): Reminders => ({
  ...{ items, needs: 0, more: 0, digest: null, renewals: [] },
  ...{ choice: { hour: 8, byMail: true }, hasMail: true },
  ...more,
});
const CLOSED: CalendarFeed = { madeAt: null, fetches: 0, fetchedAt: null };

async function shown(answer: Reminders, feed: CalendarFeed = CLOSED) {
  const api = await prepare();
  const fixture = await openPage(RemindersPage);
  (await sent(api, 'GET', '/api/reminders')).flush(answer);
  (await sent(api, 'GET', '/api/reminders/calendar-feed')).flush(feed);
  await fixture.whenStable();
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

describe('RemindersPage', () => {
  it('counts what nobody has answered, and says what, for whom and why the reader', async () => {
    await shown(reminders([item(), item({ id: 'm2', of: 'approval', why: 'on-duty' })]));
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toBe('Rappels 2 sans réponse');
    const address = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
    expect(address(/^Soins urgents$/)).toBe('/dossiers/c1/etapes/r1/care');
    expect(address(/^À valider/)).toBe('/approbations');
    expect(screen.getByText(/Vous suivez ce dossier/)).toBeTruthy();
    expect(screen.getByText(/vous êtes d’astreinte/)).toBeTruthy();
  });

  it('an answer is sent once, and the focus goes to the list', async () => {
    const { api, fixture } = await shown(reminders([item()]));
    screen.getByRole('button', { name: /Je m’en occupe/ }).click();
    const request = await sent(api, 'PUT', '/api/case-files/c1/answered-reminders/m1');
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush(null, { status: 204, statusText: 'No Content' });
    const answered = item({ answeredBy: 'Sacha', answeredAt: new Date().toISOString() });
    (await sent(api, 'GET', '/api/reminders')).flush(reminders([answered]));
    await settled();
    await fixture.whenStable();
    expect(screen.getByText(/Sacha s’en occupe/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sans réponse' }));
  });

  it('says the day’s word without what is nothing', async () => {
    const digest = { madeAt: new Date().toISOString(), late: 1, today: 0, approvals: 2 };
    await shown(reminders([], { digest }));
    expect(plain(screen.getByText(/Rappel du jour,/).textContent)).toContain(
      '1 acte en retard, 2 validations.',
    );
    expect(screen.getByText('Aucun rappel sans réponse.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Mes formations' })).toBeNull();
  });

  it('says which training ends soon or has ended, and where it is', async () => {
    const title = (text: string) => ({ fr: text, en: text });
    const renewals = [
      { item: 'a', title: title('Un doute'), isOver: false, isByVersion: false, until: '2027-03-31' },
      { item: 'b', title: title('Une nuit'), isOver: true, isByVersion: false, until: '2025-03-31' },
      { item: 'c', title: title('Un hôtel'), isOver: true, isByVersion: true, until: '2027-03-31' },
    ];
    await shown(reminders([], { renewals }));
    const region = screen.getByRole('region', { name: 'Mes formations' });
    expect(plain(region.textContent)).toContain('Un doute : à refaire, vaut jusqu’au 31 mars 2027.');
    expect(plain(region.textContent)).toContain('Une nuit : à refaire, valait jusqu’au 31 mars 2025.');
    // A day that has not come would say that it holds.
    expect(plain(region.textContent)).toContain(
      'Un hôtel : à refaire, une nouvelle version du protocole est en vigueur.',
    );
    expect(within(region).getByRole('link').getAttribute('href')).toBe('/formation/mes-formations');
  });

  it('sends the hour that was chosen', async () => {
    const { api, fixture } = await shown(reminders([], { hasMail: false }));
    expect(screen.getByText(/Aucun courriel ne peut vous arriver ici/)).toBeTruthy();
    const form = within(screen.getByRole('region', { name: 'Le rappel du jour' }));
    form.getByRole('radio', { name: 'Non' }).click();
    form.getByRole('button', { name: 'Enregistrer' }).click();
    const request = await sent(api, 'PUT', '/api/reminders/choice');
    expect(request.request.body).toEqual({ hour: 8, byMail: false });
    request.flush(null, { status: 204, statusText: 'No Content' });
    await settled();
    await fixture.whenStable();
    expect(screen.getByText('Enregistré.')).toBeTruthy();
  });

  it('shows a secret address once, how often it was fetched, and closes it', async () => {
    const { api, fixture } = await shown(reminders([]));
    screen.getByRole('button', { name: 'Ouvrir une adresse secrète' }).click();
    (await sent(api, 'PUT', '/api/reminders/calendar-feed')).flush({
      address: 'https://repere.example/api/calendar/secret',
    });
    const at = new Date().toISOString();
    (await sent(api, 'GET', '/api/reminders/calendar-feed')).flush({ madeAt: at, fetches: 3, fetchedAt: at });
    await settled();
    await fixture.whenStable();
    expect(screen.getByText('https://repere.example/api/calendar/secret')).toBeTruthy();
    expect(screen.getByText(/Lue 3 fois/)).toBeTruthy();
    screen.getByRole('button', { name: 'Fermer l’adresse' }).click();
    (await sent(api, 'DELETE', '/api/reminders/calendar-feed')).flush(null, {
      status: 204,
      statusText: 'No Content',
    });
    (await sent(api, 'GET', '/api/reminders/calendar-feed')).flush(CLOSED);
    await settled();
    await fixture.whenStable();
    expect(screen.queryByText(/calendar\/secret/)).toBeNull();
    expect(screen.getByText('L’adresse est fermée : elle ne mène plus nulle part.')).toBeTruthy();
  });
});
