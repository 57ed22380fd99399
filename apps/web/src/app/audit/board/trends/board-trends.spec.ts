import { screen, within } from '@testing-library/dom';
import type { BoardTrends, TeamBoard } from '@repere/contract';
import { DEADLINE_ORIGINS } from '@repere/protocol';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { BoardTrendsSection } from './board-trends';

const figures = { 'no-place-tonight': 2, 'hotel-refused': 0, 'signs-unprotected': 1, 'not-referred': 0 };
const trends: BoardTrends = {
  weeks: [1, 0].map((weeksAgo) => ({
    weeksAgo,
    from: weeksAgo ? '2026-03-02T00:00:00+01:00' : '2026-03-09T00:00:00+01:00',
    late: DEADLINE_ORIGINS.map((origin, place) => ({ origin, cases: weeksAgo * place })),
  })),
  firstAct: [
    { delay: 'day', cases: 4 },
    { delay: 'none', cases: 1 },
  ],
  days: 90,
};

describe('trends of a team', () => {
  it('are tables whose bars say nothing more, and each number leads to its cases', async () => {
    const api = await prepare();
    const fixture = await openPage(BoardTrendsSection, { board: { figures } as TeamBoard, equipe: 't1' });
    (await sent(api, 'GET', '/api/team-trends?team=t1')).flush(trends);
    await settled();
    await fixture.whenStable();
    const [late, first, unmet] = screen.getAllByRole('table');
    if (!late || !first || !unmet) throw new Error('tables');
    const origin = DEADLINE_ORIGINS[1];
    expect(
      within(late)
        .getAllByRole('columnheader')
        .map((it) => it.textContent?.trim()),
    ).toContain('LÉGAL');
    expect(
      within(late)
        .getAllByRole('rowheader')
        .map((it) => it.textContent?.trim()),
    ).toEqual([expect.stringMatching(/mars/), 'Cette semaine']);
    expect(within(late).getAllByRole('link')[0]?.getAttribute('href')).toBe(
      `/equipe/late-week?equipe=t1&semaine=1&origine=${origin}`,
    );
    expect(
      within(first)
        .getByRole('link', { name: /^4 dossiers.: Dans la journée/ })
        .getAttribute('href'),
    ).toBe('/equipe/first-act?equipe=t1&delai=day');
    expect(
      within(unmet)
        .getAllByRole('link')
        .map((it) => it.getAttribute('href')),
    ).toEqual(['/equipe/no-place-tonight?equipe=t1', '/equipe/signs-unprotected?equipe=t1']);
    // A week without lateness draws nothing; what is drawn is kept from who hears the page.
    expect([...late.querySelectorAll('svg.bar')].map((it) => it.querySelectorAll('rect').length)).toEqual([
      3,
    ]);
    expect(
      [...document.querySelectorAll('svg')].every((it) => it.getAttribute('aria-hidden') === 'true'),
    ).toBe(true);
  });
});
