import { screen } from '@testing-library/dom';
import type { NightHandOver, NightHandOverCase, WorkItem } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { HandOverPage } from './hand-over-page';

const act: WorkItem = {
  id: 'r1/heal_first/step',
  group: 'now',
  kind: 'step',
  caseFileId: 'c1',
  reference: 'RP-1',
  calledName: 'Lina',
  runId: 'r1',
  step: 'heal_first',
  appointmentId: null,
  title: { fr: 'Soigner d’abord', en: 'Heal first' },
  protocolTitle: null,
  why: null,
  origin: 'MEDICAL',
  owner: 'ours',
  dueAt: null,
  lateFrom: null,
  atOnce: true,
  lead: 'Camille',
};
const child: NightHandOverCase = {
  caseFileId: 'c1',
  reference: 'RP-1',
  calledName: 'Lina',
  age: { kind: 'exact', years: 15 },
  danger: null,
  isDangerSeen: true,
  lead: 'Camille',
  isUrgent: true,
  acts: [act],
};
const handOver = (change: Partial<NightHandOver> = {}): NightHandOver => ({
  scope: 'me',
  now: '2026-03-12T17:00:00Z',
  until: '2026-03-13T08:00:00Z',
  onDuty: [],
  dutyLines: [{ territory: 'Seine-Fictive', name: 'Permanence', phones: ['01 99 00 12 05'] }],
  cases: [child],
  isTruncated: false,
  ...change,
});

async function shown(answer: NightHandOver, scope?: NightHandOver['scope']) {
  const api = await prepare();
  const fixture = await openPage(HandOverPage, scope ? { scope } : {});
  (await sent(api, 'GET', `/api/hand-over${scope ? `?scope=${scope}` : ''}`)).flush(answer);
  await settled();
  await fixture.whenStable();
  return api;
}

describe('HandOverPage', () => {
  it('tells of each child what is to be done tonight, why it presses, and who knows the case', async () => {
    await shown(handOver());
    expect(screen.getByRole('heading', { name: '1 enfant' })).toBeTruthy();
    const article = screen.getByRole('article', { name: /Lina/ });
    expect(article.textContent).toContain('À protéger maintenant');
    expect(article.textContent).toContain('Suivi par Camille');
    expect(article.textContent).toContain('15 ans');
    expect(article.textContent).toContain('Danger constaté, à évaluer');
    expect(screen.getByRole('link', { name: 'Soigner d’abord' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/heal_first',
    );
    expect(screen.getByText(/Personne n’est d’astreinte/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '01 99 00 12 05' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Imprimer' })).toBeTruthy();
    // Nobody is there to be told.
    expect(screen.queryByRole('button', { name: 'Prévenir l’astreinte' })).toBeNull();
  });

  const duty = {
    id: 'd1',
    team: { id: 't1', name: 'Équipe Nord' },
    account: { id: 'a1', name: 'Noé' },
    from: '2026-03-12T18:00:00Z',
    until: '2026-03-13T07:00:00Z',
  };

  it('tells whoever is on duty, in one press, and says who has no address', async () => {
    const api = await shown(handOver({ onDuty: [duty] }));
    screen.getByRole('button', { name: 'Prévenir l’astreinte' }).click();
    const request = await sent(api, 'POST', '/api/hand-over/sent');
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush({ told: ['Noé'], unreached: ['Inès'] });
    await settled();
    expect(screen.getByRole('status').textContent).toContain('Prévenu par courriel : Noé.');
    expect(screen.getByRole('status').textContent).toContain('Sans adresse, à appeler : Inès.');
  });

  it('says whom to call, and that nothing waits', async () => {
    await shown(handOver({ scope: 'team', cases: [], onDuty: [duty] }), 'team');
    expect(screen.getByText('Noé, pour Équipe Nord')).toBeTruthy();
    expect(screen.getByText('Rien n’attend cette nuit')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mon équipe' }).getAttribute('aria-current')).toBe('true');
  });

  it('names nobody to whom may not know the name, and says where the list is truncated', async () => {
    await shown(
      handOver({
        cases: [{ ...child, calledName: { redacted: true, ask: 'ASE Nord' }, lead: null }],
        isTruncated: true,
      }),
    );
    expect(screen.getByRole('article', { name: /Nom masqué/ })).toBeTruthy();
    expect(screen.getByText('Personne ne pilote ce dossier.')).toBeTruthy();
    expect(screen.getByText(/trop longue pour une relève/)).toBeTruthy();
  });
});
