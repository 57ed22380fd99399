import { TestBed } from '@angular/core/testing';
import type { AccountRole } from '@repere/access';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { DANGERS } from '../../testing/fake-case';
import { about, caseFileSummary, session } from '../../testing/fake-lists';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { Session } from '../access/session';
import { CaseFilesPage } from './case-files-page';

async function shown(
  items: readonly object[],
  inputs: Record<string, unknown> = {},
  next: string | null = null,
  role: AccountRole = 'caseworker',
) {
  const api = await prepare();
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(about());
  (await sent(api, 'GET', '/api/session')).flush(session(role));
  await begun;
  const fixture = await openPage(CaseFilesPage, inputs);
  const request = await sent(api, 'POST', '/api/case-files/search');
  request.flush({ items, next, dangers: DANGERS });
  await settled();
  await fixture.whenStable();
  return { api, fixture, asked: request.request.body };
}

describe('CaseFilesPage', () => {
  it('asks for what its address filters', async () => {
    const { asked } = await shown([], { late: '1', danger: 'flood,Non sense', scope: 'mine' });
    expect(asked).toEqual({ scope: 'mine', sort: 'danger', late: true, danger: ['flood'] });
    const chosen = screen.getByRole('link', { name: 'Danger grave' });
    expect(chosen.getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('link', { name: 'Petit danger' }).getAttribute('aria-current')).toBeNull();
  });

  it('shows who, how grave and what is late; the name leads to the case', async () => {
    await shown([caseFileSummary()]);
    expect(screen.getByRole('link', { name: 'Inès' }).getAttribute('href')).toBe('/dossiers/c1');
    expect(screen.getByText('Danger grave', { selector: '.grave' })).toBeTruthy();
    expect(screen.getByText('2 étapes en retard')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('1 dossier affiché');
  });

  it('searches on Enter without waiting, by a body and never by the address', async () => {
    const { api } = await shown([caseFileSummary()]);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Chercher un enfant' }), 'Inès{Enter}');
    const { request } = await sent(api, 'POST', '/api/case-files/search');
    expect(request.body.text).toBe('Inès');
    expect(request.urlWithParams).not.toContain('In');
  });

  it('goes on from where the list ended', async () => {
    const { api } = await shown([caseFileSummary()], {}, 'c2');
    await userEvent.click(screen.getByRole('button', { name: 'Afficher la suite' }));
    expect((await sent(api, 'POST', '/api/case-files/search')).request.body.cursor).toBe('c2');
  });

  it('says how to open a case when none matches', async () => {
    await shown([]);
    expect(screen.getByText('Aucun dossier ne correspond.')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: 'Nouveau dossier' })).toHaveLength(2);
  });

  it('offers an auditor no case to open, and says whose cases these are', async () => {
    await shown([], {}, null, 'auditor');
    expect(screen.queryByRole('link', { name: 'Nouveau dossier' })).toBeNull();
    expect(screen.getByText(/missions/)).toBeTruthy();
  });
});
