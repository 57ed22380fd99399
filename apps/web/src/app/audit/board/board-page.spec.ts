import { screen, within } from '@testing-library/dom';
import type { TeamBoard } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { BoardPage } from './board-page';

const NONE: TeamBoard['figures'] = {
  'late-legal': 0,
  late: 0,
  soon: 0,
  missing: 0,
  'no-place-tonight': 0,
  'signs-unprotected': 0,
  approvals: 0,
  'not-referred': 0,
  'hotel-refused': 0,
  'rights-incidents': 0,
  open: 0,
};
const board = (change: Partial<TeamBoard> = {}): TeamBoard => ({
  now: '2026-03-12T09:00:00Z',
  team: { id: 't1', name: 'ASE Nord' },
  teams: [{ id: 't1', name: 'ASE Nord' }],
  figures: NONE,
  restricted: 0,
  days: 90,
  soonDays: 7,
  people: [],
  protocols: [],
  ...change,
});

async function shown(answer: TeamBoard, equipe?: string) {
  const api = await prepare();
  const fixture = await openPage(BoardPage, equipe === undefined ? {} : { equipe });
  (await sent(api, 'GET', equipe === undefined ? '/api/team-board' : `/api/team-board?team=${equipe}`)).flush(
    answer,
  );
  await settled();
  await fixture.whenStable();
}
const href = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');

describe('BoardPage', () => {
  it('puts the law’s dates first, then children without protection; each figure leads to its cases', async () => {
    await shown(board({ figures: { ...NONE, 'late-legal': 2, late: 5, 'signs-unprotected': 1 } }));
    const first = within(screen.getByRole('region', { name: 'D’abord' }));
    expect(first.getAllByRole('link').map((link) => link.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      '2 Échéance légale dépassée',
      '1 Des signes, aucun acte protecteur',
      '5 En retard, toutes échéances',
    ]);
    expect(href(/Échéance légale dépassée/)).toBe('/equipe/late-legal');
  });

  it('a missing child burns, and leads to the cases', async () => {
    await shown(board({ figures: { ...NONE, missing: 1 } }));
    const first = within(screen.getByRole('region', { name: 'D’abord' }));
    expect(first.getByRole('link', { name: /1\s*Enfant disparu/ }).getAttribute('href')).toBe(
      '/equipe/missing',
    );
    expect(screen.queryByText(/^Rien ne brûle/)).toBeNull();
  });

  it('a zero leads nowhere, and says so in words when nothing burns', async () => {
    await shown(board());
    expect(screen.queryByRole('link', { name: /En retard/ })).toBeNull();
    expect(screen.getByText(/^Rien ne brûle/)).toBeTruthy();
  });

  it('says how many cases are restricted, and whom to ask', async () => {
    await shown(board({ restricted: 2 }));
    expect(screen.getByText(/^2 dossiers de l’équipe sont réservés à un cercle.*demandez/)).toBeTruthy();
  });

  it('says nothing of restricted cases where none is', async () => {
    await shown(board());
    expect(screen.queryByText(/réservé/)).toBeNull();
  });

  it('keeps team, person and protocol in the address as ids', async () => {
    const counts = { lateLegal: 0, late: 3, soon: 0 };
    await shown(
      board({
        teams: [
          { id: 't1', name: 'ASE Nord' },
          { id: 't2', name: 'ASE Sud' },
        ],
        people: [
          { id: 'a1', name: 'Camille', ...counts, open: 4, approvals: 0 },
          { id: null, name: null, ...counts, open: 1, approvals: 0 },
        ],
        protocols: [{ protocol: 'refuge', title: { fr: 'Refuge', en: 'Refuge' }, ...counts }],
      }),
      't1',
    );
    expect(href(/^3 en retard\s: Camille$/)).toBe('/equipe/late?equipe=t1&personne=a1');
    expect(href(/^1 dossier en cours\s: Sans pilote$/)).toBe('/equipe/open?equipe=t1&personne=nobody');
    expect(href(/^3 en retard\s: Refuge$/)).toBe('/equipe/late?equipe=t1&protocole=refuge');
    expect(screen.getByRole('link', { name: 'ASE Nord' }).getAttribute('aria-current')).toBe('true');
  });

  it('says to whom it is open to who may not see it', async () => {
    const api = await prepare();
    const fixture = await openPage(BoardPage);
    (await sent(api, 'GET', '/api/team-board')).flush(
      { type: 'about:blank', title: 'x', code: 'not-allowed', status: 403 },
      { status: 403, statusText: 'Forbidden' },
    );
    await settled();
    await fixture.whenStable();
    expect(screen.getByText('Le tableau de l’équipe est ouvert à ses responsables.')).toBeTruthy();
  });
});
