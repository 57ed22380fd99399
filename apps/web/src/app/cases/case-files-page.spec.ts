import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { caseFileSummary } from '../../testing/made-up';
import { open, prepare, sent } from '../../testing/open-page';
import { CaseFilesPage } from './case-files-page';

async function shown(
  items: readonly object[],
  inputs: Record<string, unknown> = {},
  next: string | null = null,
) {
  const api = await prepare();
  const fixture = await open(CaseFilesPage, inputs);
  const request = await sent(api, 'POST', '/api/case-files/search');
  request.flush({ items, next });
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  return { api, fixture, asked: request.request.body };
}

describe('CaseFilesPage', () => {
  it('asks for what its address filters', async () => {
    const { asked } = await shown([], { late: '1', danger: 'immediate_grave,nonsense', scope: 'mine' });
    expect(asked).toEqual({ scope: 'mine', sort: 'recent', late: true, danger: ['immediate_grave'] });
  });

  it('shows who, how grave and what is late; the name leads to the case', async () => {
    await shown([caseFileSummary()]);
    expect(screen.getByRole('link', { name: 'Inès' }).getAttribute('href')).toBe('/dossiers/c1');
    expect(screen.getByText('Danger grave et immédiat')).toBeTruthy();
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
});
