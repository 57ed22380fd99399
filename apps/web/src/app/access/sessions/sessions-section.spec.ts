import type { OwnSession } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { SessionsSection } from './sessions-section';

const now = '2026-03-12T14:00:00+01:00';
const own = (change: Partial<OwnSession>): OwnSession => ({
  id: 's1',
  isThis: false,
  browser: 'firefox',
  system: 'windows',
  strength: 'password',
  startedAt: '2026-03-12T09:12:00+01:00',
  lastSeenAt: '2026-03-12T13:55:00+01:00',
  ...change,
});
const here = own({ id: 's0', isThis: true });
const phone = own({ id: 's2', browser: 'chrome', system: 'android', strength: 'passkey' });

async function shown(...items: OwnSession[]) {
  const api = await prepare();
  const opening = openPage(SessionsSection);
  const list = await sent(api, 'GET', '/api/sessions');
  list.flush({ now, items });
  const fixture = await opening;
  return { api, fixture };
}

describe('SessionsSection', () => {
  it('lists this device, which has no button, and the others with when and how', async () => {
    await shown(here, phone);
    const [first, second] = screen.getAllByRole('listitem');
    if (!first || !second) throw new Error('not listed');
    expect(first.textContent).toContain('Cet appareil');
    expect(within(first).queryByRole('button')).toBeNull();
    expect(second.textContent).toContain('Chrome, Android');
    expect(second.textContent).toContain('avec une clé d’accès');
    expect(within(second).getByRole('button', { name: /^Fermer la séance Chrome, Android/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Fermer toutes les autres' })).toBeNull();
  });

  it('ends one, says so, and puts the focus where it was', async () => {
    const { api, fixture } = await shown(here, phone);
    await userEvent.click(screen.getByRole('button', { name: /^Fermer la séance/ }));
    const end = await sent(api, 'POST', '/api/sessions/end');
    expect(end.request.body).toEqual({ id: 's2' });
    end.flush(null, { status: 204, statusText: '' });
    (await sent(api, 'GET', '/api/sessions')).flush({ now, items: [here] });
    await fixture.whenStable();
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('status').textContent).toBe('La séance est fermée.');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    expect(screen.getByText('Votre compte n’est ouvert nulle part ailleurs.')).toBeTruthy();
  });

  it('ends all others', async () => {
    const { api, fixture } = await shown(here, phone, own({ id: 's3' }));
    await userEvent.click(screen.getByRole('button', { name: 'Fermer toutes les autres' }));
    (await sent(api, 'POST', '/api/sessions/end-others')).flush({ ended: 2 });
    (await sent(api, 'GET', '/api/sessions')).flush({ now, items: [here] });
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('status').textContent).toBe('2 autres séances sont fermées.');
  });
});
