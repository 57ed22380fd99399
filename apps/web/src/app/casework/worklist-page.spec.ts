import { screen, within } from '@testing-library/dom';
import { workItem, worklist } from '../../testing/fake-lists';
import { open, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { WorklistPage } from './worklist-page';

const DAY = 86_400_000;
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

async function shown(answer: object, inputs: Record<string, unknown> = {}, path = '/api/worklist') {
  const api = await prepare();
  const fixture = await open(WorklistPage, inputs);
  (await sent(api, 'GET', path)).flush(answer);
  await fixture.whenStable();
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

describe('WorklistPage', () => {
  it('counts what is to do in its heading, which takes the focus', async () => {
    const late = workItem({ id: 'w0', group: 'late', dueAt: new Date(Date.now() - 4.2 * DAY).toISOString() });
    await shown(
      worklist([late, workItem(), workItem({ id: 'w2', group: 'waiting-for-others', owner: 'outside' })]),
    );
    const heading = screen.getByRole('heading', { level: 1 });
    expect(plain(heading.textContent)).toBe('Ma journée 2 choses à faire, dont 1 en retard');
    expect(document.activeElement).toBe(heading);
  });

  it('puts what protects now first, then today, then what is late, and says how late', async () => {
    const late = workItem({ id: 'w0', group: 'late', dueAt: new Date(Date.now() - 4.2 * DAY).toISOString() });
    await shown(worklist([workItem(), late, workItem({ id: 'w3', group: 'now' })]));
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => plain(each.textContent))).toEqual([
      'Maintenant 1',
      'Aujourd’hui 1',
      'En retard 1',
    ]);
    const region = within(screen.getByRole('region', { name: /En retard/ }));
    expect(plain(region.getByText(/en retard de/).textContent)).toBe('en retard de 4 jours');
  });

  it('leads to the step, and to the case where there is none', async () => {
    await shown(
      worklist([
        workItem(),
        workItem({ id: 'w2', runId: null, step: null, title: { fr: 'Relire', en: 'Read' } }),
      ]),
    );
    const address = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(address('Décider du niveau de danger')).toBe('/dossiers/c1/etapes/r1/danger');
    expect(address('Relire')).toBe('/dossiers/c1');
  });

  it('says that a name is withheld, and never calls an outside delay ours', async () => {
    const waiting = {
      group: 'waiting-for-others',
      owner: 'outside',
      dueAt: new Date(Date.now() - 2.1 * DAY).toISOString(),
    } as const;
    await shown(worklist([workItem({ ...waiting, calledName: { withheld: true, ask: 'Samia' } })]));
    expect(screen.getByText('Nom masqué')).toBeTruthy();
    expect(screen.getByText(/attendu depuis/).textContent).toContain('2');
    expect(screen.queryByText(/en retard de/)).toBeNull();
  });

  it('says when the next deadline is, where nothing waits', async () => {
    await shown(worklist([], { nextDueAt: new Date(Date.now() + 3 * DAY).toISOString() }));
    expect(screen.getByText(/Rien en retard\./).textContent).toMatch(/Prochaine échéance/);
  });

  it('never says that nothing is late over what is, wherever it stands, and names what is to be chased', async () => {
    const approval = workItem({ group: 'waiting-for-me', kind: 'approval' });
    await shown(worklist([approval], { late: 422 }));
    expect(screen.queryByText(/Rien en retard/)).toBeNull();
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toContain('dont 422 en retard');
  });

  it('names what is to be chased elsewhere beside "nothing late"', async () => {
    await shown(worklist([workItem()], { toChase: 3 }));
    expect(plain(screen.getByText(/Rien en retard/).textContent)).toContain(
      '3 réponses d’ailleurs sont à relancer',
    );
  });

  it("shows the team's day by its address alone", async () => {
    await shown(
      worklist([workItem({ lead: 'Léa Moreau' })], { scope: 'team' }),
      { scope: 'team' },
      '/api/worklist?scope=team',
    );
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toContain('Journée de l’équipe');
    expect(screen.getByText('Suivi par Léa Moreau')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mon équipe' }).getAttribute('aria-current')).toBe('true');
  });

  it('offers another try when the list could not be loaded', async () => {
    const api = await prepare();
    const fixture = await open(WorklistPage);
    (await sent(api, 'GET', '/api/worklist')).error(new ProgressEvent('error'));
    await settled();
    await fixture.whenStable();
    screen.getByRole('button', { name: 'Réessayer' }).click();
    (await sent(api, 'GET', '/api/worklist')).flush(worklist([workItem()]));
  });
});
