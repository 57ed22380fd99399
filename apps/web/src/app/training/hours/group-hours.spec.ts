import { TestBed } from '@angular/core/testing';
import type { HandlingGroup } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { openPage, prepare } from '../../../testing/open-page';
import { GroupHours } from './group-hours';

const did = (time: string, who: string | null, what: string) => ({
  ...{ at: `2025-05-${time}:00.000Z`, who },
  what: { fr: `${what} (fr)`, en: what },
});
const PAST = [did('12T08:00', null, 'opens'), did('13T10:05', 'Kiwi', 'waits')];
const handling = { runs: [], deviations: [] };
const monday: HandlingGroup = {
  ...{ key: 'mon', title: 'Monday', isHere: true, handling, branchOf: null, isCut: false },
  timeline: [...PAST, did('14T09:00', 'Noix', 'refers')],
};
const branch: HandlingGroup = {
  ...{ key: 'bra', title: 'What if', isHere: false, handling, isCut: true },
  branchOf: { key: 'mon', at: '2025-05-13T10:30:00.000Z' },
  timeline: [...PAST, did('13T10:45', 'Kiwi', 'calls')],
};

async function shown(...groups: readonly HandlingGroup[]): Promise<void> {
  await prepare('en');
  await (await openPage(GroupHours, { groups })).whenStable();
  TestBed.tick();
}
const table = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()));

describe('classes hour by hour', () => {
  it('stand in a table with a heading to each class and hour, a branch where it leaves, its past told once', async () => {
    await shown(branch, monday);
    expect(table()).toEqual([
      ['Hour', 'Monday (here)', 'What if'],
      [
        expect.stringMatching(/12 May 2025/),
        expect.stringMatching(/^\d\d:00 opens$/),
        'Past in common with “Monday”: it stands in its column.',
      ],
      [
        expect.stringMatching(/13 May 2025/),
        expect.stringMatching(/^\d\d:05 Kiwi waits$/),
        expect.stringMatching(/^Leaves “Monday” here, at \d\d:30\s?\d\d:45 Kiwi calls$/),
      ],
      [expect.stringMatching(/14 May 2025/), expect.stringMatching(/^\d\d:00 Noix refers$/), ''],
    ]);
    expect(screen.getAllByRole('columnheader')).toHaveLength(3);
    expect(screen.getAllByRole('rowheader')).toHaveLength(3);
    expect(screen.getByText(/^Only the first 200 moments are shown of: What if\./)).toBeTruthy();
  });

  it('are one list with the name at each line where there is no room', async () => {
    await shown(monday, { ...branch, isCut: false });
    const lines = within(document.querySelector<HTMLElement>('.narrow') ?? document.body)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim().replace(/\d\d:/g, ''));
    expect(lines).toEqual([
      'Monday 00 – opens',
      'Monday 05 – Kiwi waits',
      'What if Leaves “Monday” here, at 30',
      'What if 45 – Kiwi calls',
      'Monday 00 – Noix refers',
    ]);
    expect(screen.queryByText(/^Only the first/)).toBeNull();
  });

  it('say of a branch whose parent is not there that it left another space, and have its past', async () => {
    await shown(branch, { ...monday, key: 'tue', title: 'Tuesday', isHere: false });
    expect(screen.getAllByText(/Leaves a space that is not in this table here/).length).toBeGreaterThan(0);
    expect(screen.queryByText(/^Past in common/)).toBeNull();
  });
});
