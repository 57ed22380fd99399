import { TestBed } from '@angular/core/testing';
import { screen, within } from '@testing-library/dom';
import { about, session, workChild, workChildren, workItem, worklist } from '../../testing/fake-lists';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { Session } from '../access/session';
import { WorklistPage } from './worklist-page';

const DAY = 86_400_000;
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const late = () => ({ group: 'late', dueAt: new Date(Date.now() - 4.2 * DAY).toISOString() }) as const;

async function shown(answer: object, inputs: Record<string, unknown> = {}, path = '/api/worklist/children') {
  const api = await prepare();
  const fixture = await openPage(WorklistPage, inputs);
  (await sent(api, 'GET', path)).flush(answer);
  await quiet(api);
  await fixture.whenStable();
  await settled();
  await fixture.whenStable();
  return { api, fixture };
}

/** What else the page asks has nothing to say. */
async function quiet(api: Awaited<ReturnType<typeof prepare>>) {
  (await sent(api, 'GET', '/api/reminders')).flush({
    ...{ items: [], more: 0, digest: null, choice: { hour: 8, byMail: true }, hasMail: true },
  });
  (await sent(api, 'GET', '/api/findings')).flush({ items: [], next: null });
  (await sent(api, 'GET', '/api/access-questions')).flush({ items: [] });
}

describe('WorklistPage', () => {
  it('counts what is to do in its heading, which takes the focus', async () => {
    await shown(
      workChildren([
        workChild({ id: 'w0', caseFileId: 'c0', ...late() }),
        workChild(),
        workChild({ id: 'w2', caseFileId: 'c2', group: 'waiting-for-others', owner: 'outside' }),
      ]),
    );
    const heading = screen.getByRole('heading', { level: 1 });
    expect(plain(heading.textContent)).toBe('Ma journée 2 choses à faire, dont 1 en retard');
    expect(document.activeElement).toBe(heading);
  });

  it.each([
    ['caseworker', 1],
    ['auditor', 0],
  ] as const)('leads whoever may open one to a new case: a %s', async (role, links) => {
    const api = await prepare();
    const begun = TestBed.inject(Session).beginSession();
    (await sent(api, 'GET', '/api/about')).flush(about());
    (await sent(api, 'GET', '/api/session')).flush(session(role));
    await begun;
    await openPage(WorklistPage);
    (await sent(api, 'GET', '/api/worklist/children')).flush(workChildren([]));
    await quiet(api);
    await settled();
    expect(screen.queryAllByRole('link', { name: 'Nouveau dossier' })).toHaveLength(links);
  });

  it('says that there are more than are counted', async () => {
    const { counts } = workChildren([]);
    await shown(workChildren([workChild()], { counts: { ...counts, late: 51, today: 3 }, late: 51 }));
    const heading = screen.getByRole('heading', { level: 1 });
    expect(plain(heading.textContent)).toBe('Ma journée 50+ choses à faire, dont 50+ en retard');
  });

  it('puts what protects now first, then today, then what is late, and says how late', async () => {
    await shown(
      workChildren([
        workChild(),
        workChild({ id: 'w0', caseFileId: 'c0', ...late() }),
        workChild({ id: 'w3', caseFileId: 'c3', group: 'now' }),
      ]),
    );
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => plain(each.textContent))).toEqual([
      'Maintenant',
      'Aujourd’hui',
      'En retard',
    ]);
    const region = within(screen.getByRole('region', { name: /En retard/ }));
    expect(plain(region.getByText(/en retard de/).textContent)).toBe('en retard de 4 jours');
  });

  it('says of each child how old and how grave, and leads to the step and to the case', async () => {
    await shown(workChildren([workChild({}, { age: { kind: 'exact', years: 15 } })]));
    expect(screen.getByText('15 ans')).toBeTruthy();
    expect(plain(screen.getByText(/^ *Danger grave/).textContent)).toBe('Danger grave');
    const address = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(address('Décider du niveau de danger')).toBe('/dossiers/c1/etapes/r1/danger');
    expect(address('Inès')).toBe('/dossiers/c1');
  });

  it('marks a danger that was seen and that nobody has weighed', async () => {
    await shown(workChildren([workChild({}, { danger: null, isDangerSeen: true })]));
    expect(screen.getByText(/Danger constaté, à évaluer/)).toBeTruthy();
  });

  it('names the dates of the law, and leaves the tool’s own to the step', async () => {
    await shown(
      workChildren([
        workChild({ origin: 'LEGAL' }),
        workChild({ id: 'w2', caseFileId: 'c2', origin: 'TOOL' }),
      ]),
    );
    expect(screen.getAllByRole('button', { name: /^Délai/ }).map((it) => plain(it.textContent))).toEqual([
      'LÉGAL',
    ]);
  });

  it('unfolds what else there is for a child in its place', async () => {
    const { api, fixture } = await shown(workChildren([workChild({}, { others: 2 })]));
    const more = screen.getByRole('button', { name: '2 autres pour Inès' });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    more.click();
    (await sent(api, 'GET', '/api/worklist?caseFile=c1')).flush(
      worklist([
        workItem(),
        workItem({ id: 'w8', step: 'night', title: { fr: 'Trouver un lieu', en: 'Find a place' } }),
        workItem({ id: 'w9', runId: null, step: null, title: { fr: 'Relire', en: 'Read' } }),
      ]),
    );
    await settled();
    await fixture.whenStable();
    expect(more.getAttribute('aria-expanded')).toBe('true');
    const address = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(address('Trouver un lieu')).toBe('/dossiers/c1/etapes/r1/night');
    expect(address('Relire')).toBe('/dossiers/c1');
    expect(screen.getAllByRole('link', { name: 'Décider du niveau de danger' })).toHaveLength(1);
  });

  it('says that a name and an age are redacted, and never calls an outside delay ours', async () => {
    const waiting = {
      group: 'waiting-for-others',
      owner: 'outside',
      dueAt: new Date(Date.now() - 2.1 * DAY).toISOString(),
    } as const;
    const redacted = { redacted: true, ask: 'Samia' } as const;
    await shown(workChildren([workChild({ ...waiting, calledName: redacted }, { age: redacted })]));
    expect(screen.getByText('Nom masqué')).toBeTruthy();
    expect(screen.getByText('âge non affiché')).toBeTruthy();
    expect(screen.getByText(/attendu depuis/).textContent).toContain('2');
    expect(screen.queryByText(/en retard de/)).toBeNull();
  });

  it('says when the next deadline is, where nothing waits', async () => {
    await shown(workChildren([], { nextDueAt: new Date(Date.now() + 3 * DAY).toISOString() }));
    expect(screen.getByText(/Rien en retard\./).textContent).toMatch(/Prochaine échéance/);
  });

  it('never says that nothing is late over what is, wherever it stands, and leads to what waits for approval', async () => {
    await shown(workChildren([workChild({ group: 'waiting-for-me' })], { late: 42, approvals: 3 }));
    expect(screen.queryByText(/Rien en retard/)).toBeNull();
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toContain('dont 42 en retard');
    const approvals = screen.getByRole('link', { name: '3 décisions attendent votre validation' });
    expect(approvals.getAttribute('href')).toBe('/approbations');
  });

  it('names what is to be chased elsewhere beside "nothing late"', async () => {
    await shown(workChildren([workChild()], { toChase: 3 }));
    expect(plain(screen.getByText(/Rien en retard/).textContent)).toContain(
      '3 réponses d’ailleurs sont à relancer',
    );
  });

  it('shows alone what its address asks for, and says so where there is nothing', async () => {
    await shown(
      workChildren([]),
      { show: 'tonight', protocol: 'p1' },
      '/api/worklist/children?show=tonight&protocol=p1',
    );
    expect(screen.getByRole('link', { name: 'Ce soir' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Protocole' }).value).toBe('p1');
    expect(screen.getByText(/Rien sous ce filtre/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Tout montrer' })).toBeTruthy();
  });

  it('has what waits beside steps above the children', async () => {
    const task = workItem({ kind: 'review', title: { fr: 'Relire un accès d’urgence', en: 'Review' } });
    await shown(workChildren([workChild({ id: 'w2', caseFileId: 'c2' })], { tasks: [task] }));
    const [first] = screen.getAllByRole('heading', { level: 2 });
    expect(plain(first?.textContent)).toBe('Attend mon action');
    const link = screen.getByRole('link', { name: 'Relire un accès d’urgence' });
    expect(link.getAttribute('href')).toBe('/acces-urgence/relectures');
  });

  it("shows the team's day by person, by its address alone", async () => {
    const lea = { id: '00000000-0000-4000-8000-000000000001', name: 'Léa Moreau' };
    const person = { children: 5, late: 2 };
    await shown(
      workChildren(
        [
          workChild({}, { lead: lea, person }),
          workChild({ id: 'w2', caseFileId: 'c2' }, { person: { children: 1, late: 0 } }),
        ],
        { scope: 'team' },
      ),
      { scope: 'team' },
      '/api/worklist/children?scope=team',
    );
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toContain('Journée de l’équipe');
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => plain(each.textContent))).toEqual([
      'Léa Moreau 5 enfants 2 en retard',
      'Sans pilote 1 enfant',
    ]);
    expect(screen.getByRole('link', { name: 'Mon équipe' }).getAttribute('aria-current')).toBe('true');
    const all = screen.getByRole('link', { name: /^Voir les 5 enfants.*Léa Moreau$/ });
    expect(all.getAttribute('href')).toContain(`lead=${lea.id}`);
  });

  it('shows the day of one person of the team, with the way back to all', async () => {
    const lead = '00000000-0000-4000-8000-000000000001';
    await shown(
      workChildren([workChild({}, { lead: { id: lead, name: 'Léa Moreau' } })], { scope: 'team' }),
      { scope: 'team', lead },
      `/api/worklist/children?scope=team&lead=${lead}`,
    );
    expect(screen.getByText('Léa Moreau')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Toute l’équipe' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Aujourd’hui' })).toBeTruthy();
  });

  it('offers another try when the list could not be loaded', async () => {
    const api = await prepare();
    const fixture = await openPage(WorklistPage);
    (await sent(api, 'GET', '/api/worklist/children')).error(new ProgressEvent('error'));
    await settled();
    await fixture.whenStable();
    screen.getByRole('button', { name: 'Réessayer' }).click();
    (await sent(api, 'GET', '/api/worklist/children')).flush(workChildren([workChild()]));
  });
});
