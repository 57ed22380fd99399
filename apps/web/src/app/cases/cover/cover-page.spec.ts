import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { Cover, Duty } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CoverPage } from './cover-page';

const duty: Duty = {
  id: 'd1',
  team: { id: 't1', name: 'Équipe Nord' },
  account: { id: 'a1', name: 'Camille' },
  from: '2026-03-12T07:00:00Z',
  until: '2026-03-12T17:00:00Z',
};
const cover = (change: Partial<Cover> = {}): Cover => ({
  now: '2026-03-12T09:00:00Z',
  teams: [{ id: 't1', name: 'Équipe Nord', mayPlan: true }],
  substitutions: [],
  duties: [duty],
  uncovered: [],
  ...change,
});

async function shown(answer: Cover) {
  const api = await prepare();
  const fixture = await openPage(CoverPage);
  const settle = async (): Promise<void> => {
    await settled();
    await fixture.whenStable();
  };
  (await sent(api, 'GET', '/api/cover')).flush(answer);
  await settle();
  return { api, settle };
}

describe('CoverPage', () => {
  it('says whom to call, and lets nobody plan who may not', async () => {
    await shown(cover({ teams: [{ id: 't1', name: 'Équipe Nord', mayPlan: false }] }));
    expect(screen.getByText('Camille, pour Équipe Nord')).toBeTruthy();
    expect(screen.getByText('Personne n’est remplacé.')).toBeTruthy();
    expect(screen.queryByText('Prévoir une astreinte')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Mettre fin/ })).toBeNull();
  });

  it('says for which teams somebody is replaced, and which cases that leaves to others', async () => {
    await shown(
      cover({
        substitutions: [
          {
            id: 's1',
            absent: { id: 'a2', name: 'Éva' },
            substitute: { id: 'a3', name: 'René' },
            from: duty.from,
            until: duty.until,
            teams: ['Équipe Nord', 'Équipe Est'],
          },
        ],
        uncovered: [{ caseFileId: 'c1', reference: 'RP-1', lead: 'Éva', why: 'away' }],
      }),
    );
    expect(screen.getByText('René remplace Éva, pour Équipe Nord, Équipe Est')).toBeTruthy();
    expect(screen.getByText('Éva est en congé, et personne ne la ou le remplace ici')).toBeTruthy();
  });

  it('ends a turn, and the same turn once more when it stands there again: each is an act of its own', async () => {
    const { api, settle } = await shown(cover());
    (await sent(api, 'GET', '/api/team')).flush({ items: [] });
    await settle();
    const keys: (string | null)[] = [];
    for (let times = 0; times < 2; times++) {
      await userEvent.click(screen.getByRole('button', { name: 'Mettre fin Camille' }));
      const request = await sent(api, 'DELETE', '/api/duties/d1');
      keys.push(request.request.headers.get('Idempotency-Key'));
      request.flush(null);
      (await sent(api, 'GET', '/api/cover')).flush(cover());
      await settle();
      // Nobody is of the team yet, so that it is asked for again.
      (await sent(api, 'GET', '/api/team')).flush({ items: [] });
      await settle();
    }
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).not.toBe(keys[0]);
  });
});
