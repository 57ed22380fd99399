import { screen, within } from '@testing-library/dom';
import type { UnmetNeeds } from '@repere/contract';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { UnmetNeedsPage } from './unmet-needs-page';

async function arrive(needs: UnmetNeeds): Promise<void> {
  const api = await prepare();
  await openPage(UnmetNeedsPage, {});
  (await sent(api, 'GET', '/api/unmet-needs')).flush(needs);
  await settled();
}

describe('needs that nobody meets', () => {
  afterEach(() => document.body.replaceChildren());

  it('are counted by département, need and reason, and lead to their cases', async () => {
    const counts = [{ need: 'bed-tonight', reason: 'full', open: 2, recorded: 1 }] as const;
    await arrive({
      departments: [{ territory: '93', name: 'Seine-Saint-Denis', counts }],
      items: [
        {
          ...{ caseFileId: 'c1', reference: 'RP-7K4M-2Q', team: 'Équipe', need: 'other', reason: 'silent' },
          ...{ standing: 'recorded', isAsked: false, since: '2026-03-12T21:00:00Z' },
        },
        {
          ...{
            caseFileId: 'c2',
            reference: 'RP-8K4M-2Q',
            team: 'Équipe',
            need: 'bed-tonight',
            reason: 'full',
          },
          ...{ standing: 'open', isAsked: true, since: '2026-03-12T21:00:00Z' },
        },
        {
          ...{ caseFileId: 'c3', reference: 'RP-9K4M-2Q', team: 'Équipe', need: 'legal-help' },
          ...{ reason: 'changed', standing: 'not-needed', isAsked: false, since: '2026-03-12T21:00:00Z' },
        },
      ],
      hasMore: true,
    });
    const table = within(screen.getByRole('table', { name: 'Seine-Saint-Denis (93)' }));
    expect(table.getByRole('row', { name: 'Une place cette nuit complet 2 1' })).toBeTruthy();
    const link = screen.getByRole('link', { name: 'RP-7K4M-2Q – Autre besoin' });
    expect(link.getAttribute('href')).toBe('/dossiers/c1/orientations');
    const asked = screen.getByRole('link', { name: 'RP-8K4M-2Q – Une place cette nuit' });
    expect(asked.getAttribute('href')).toBe('/dossiers/c2/places');
    expect(screen.getByText(/sans réponse · .*noté non couvert/s)).toBeTruthy();
    // Said to be needed no more by a word alone: who supervises sees it.
    expect(screen.getByText(/plus besoin · .*dit fini sans que personne soit sollicité/s)).toBeTruthy();
    expect(screen.getByText(/Il y en a d’autres/)).toBeTruthy();
  });

  it('say that there are none', async () => {
    await arrive({ departments: [], items: [], hasMore: false });
    expect(screen.getByText('Aucun besoin n’attend.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
