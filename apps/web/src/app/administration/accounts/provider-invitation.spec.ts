import type { AccountDetail, ProviderInvitation as EntryStatus } from '@repere/contract';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { about } from '../../../testing/fake-lists';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { ProviderInvitation } from './provider-invitation';

const provider = { key: 'proconnect', label: { fr: 'ProConnect', en: 'ProConnect (en)' } };
const standing: EntryStatus = {
  id: 'i1',
  provider: 'proconnect',
  invitedBy: 'Alix Exemple',
  invitedAt: '2026-03-12T10:00:00Z',
  until: '2026-03-15T10:00:00Z',
};
const account = (change: Partial<AccountDetail> = {}): AccountDetail => ({
  id: 'a1',
  login: 'nora',
  name: 'Nora',
  roles: ['caseworker'],
  teams: [],
  state: 'invited',
  waits: false,
  email: null,
  language: 'fr',
  startsOn: null,
  endsOn: null,
  hasPassword: false,
  hasSecondFactor: false,
  invitation: null,
  providerInvitation: null,
  changes: [],
  held: [],
  reviewDueAt: '2027-03-12T10:00:00Z',
  isReader: false,
  ...change,
});

async function shown(change: Partial<AccountDetail> = {}, providers = [provider]) {
  const api = await prepare();
  const beginning = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about({ providers }));
  (await sent(api, 'GET', '/api/session')).flush(
    { type: 'about:blank', title: 'x', code: 'unauthenticated', status: 401 },
    { status: 401, statusText: '' },
  );
  await beginning;
  const fixture = await openPage(ProviderInvitation, { account: account(change) });
  let changes = 0;
  fixture.componentInstance.changed.subscribe(() => changes++);
  const settle = async (): Promise<void> => {
    await settled();
    await fixture.whenStable();
  };
  return { api, fixture, settle, changes: () => changes };
}

describe('ProviderInvitation', () => {
  it('is not there where there is no provider', async () => {
    const { fixture } = await shown({}, []);
    expect(fixture.nativeElement.textContent.trim()).toBe('');
  });

  it('shows the link once, to be handed over, and says so', async () => {
    const { api, settle, changes } = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Faire un lien (ProConnect)' }));
    const request = await sent(api, 'POST', '/api/provider-invitations');
    expect(request.request.body).toEqual({ accountId: 'a1', provider: 'proconnect' });
    request.flush({ link: 'https://repere.example/lier/proconnect#secret', until: standing.until });
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>('Lien à remettre').value).toBe(
      'https://repere.example/lier/proconnect#secret',
    );
    expect(screen.getByRole('status').textContent).toContain('il ne s’affichera plus');
    expect(document.activeElement?.id).toBe('by-provider-title');
    expect(changes()).toBe(1);
  });

  it('says why not: a role that two give takes a mail', async () => {
    const { api, settle, changes } = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Faire un lien (ProConnect)' }));
    (await sent(api, 'POST', '/api/provider-invitations')).flush(
      {
        type: 'about:blank',
        title: 'x',
        code: 'refused',
        status: 422,
        reasons: [{ code: 'takes-two', text: { fr: 'Invitez cette personne par courriel.', en: 'x' } }],
      },
      { status: 422, statusText: '' },
    );
    await settle();
    expect(screen.getByText('Invitez cette personne par courriel.')).toBeTruthy();
    expect(screen.queryByLabelText('Lien à remettre')).toBeNull();
    expect(changes()).toBe(0);
  });

  it('shows one that waits, and withdraws it', async () => {
    const { api, settle, changes } = await shown({ providerInvitation: standing });
    expect(screen.getByText(/^Une invitation attend \(ProConnect\)\. Faite par Alix Exemple/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Faire un autre lien/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Retirer cette invitation' }));
    (await sent(api, 'DELETE', '/api/provider-invitations/i1')).flush(null, { status: 204, statusText: '' });
    await settle();
    expect(screen.getByRole('status').textContent).toContain('son lien n’ouvre plus rien');
    expect(changes()).toBe(1);
  });

  it('says that one was used meanwhile', async () => {
    const { api, settle } = await shown({ providerInvitation: standing });
    await userEvent.click(screen.getByRole('button', { name: 'Retirer cette invitation' }));
    (await sent(api, 'DELETE', '/api/provider-invitations/i1')).flush(
      { type: 'about:blank', code: 'not-found', status: 404, title: 'x' },
      { status: 404, statusText: '' },
    );
    await settle();
    expect(screen.getByRole('status').textContent).toContain('avait déjà servi');
  });
});
