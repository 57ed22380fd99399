import { screen } from '@testing-library/dom';
import { caseFile, run, step } from '../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CallsPage } from './calls-page';

const both = (words: string) => ({ fr: words, en: words });
async function shown(
  ended: boolean,
  facts: { readonly away_since?: string; readonly away_hour?: number } = {},
) {
  const api = await prepare();
  const fixture = await openPage(CallsPage, { caseFileId: 'c1' });
  const file = caseFile();
  const search = run({
    runId: 'm',
    protocol: 'search',
    absence: { at: 'back', since: 'away_since', hour: 'away_hour', isOver: false },
    ended,
    openedAt: Date.now() - 3.5 * 3_600_000,
    steps: [step({ id: 'report', title: both('Signaler à la police'), saysCalled: true })],
  });
  const known = Object.entries(facts).map(([fact, value]) => ({
    fact,
    value,
    runId: 'm',
    entryId: 'e',
    seq: 1,
  }));
  (await sent(api, 'GET', '/api/case-files/c1')).flush({
    ...file,
    state: { ...file.state, runs: [search], facts: known },
  });
  await settled();
  await fixture.whenStable();
}

describe('whom to call', () => {
  afterEach(() => document.body.replaceChildren());

  it('stands in order, the police first, with numbers that can be dialled', async () => {
    await shown(false);
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/1\. Police.*Tout de suite\..*17.*112/s);
    expect(lines[1]).toMatch(/Parquet/);
    expect(screen.getByRole('link', { name: '116 000' }).getAttribute('href')).toBe('tel:116000');
  });

  it('says since when: since Repère knows, until the hour is recorded', async () => {
    await shown(false);
    expect(screen.getByText(/il y a 3 heures/)).toBeTruthy();
  });

  it('says the day and hour that are recorded', async () => {
    await shown(false, { away_since: '2026-03-12', away_hour: 18 });
    expect(screen.getByText('Absent·e depuis le 12 mars 2026, 18 h')).toBeTruthy();
  });

  it('leads to the steps in which it is recorded afterwards', async () => {
    await shown(false);
    expect(screen.getByRole('link', { name: 'Signaler à la police' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/m/report',
    );
  });

  it('says so when no absence is under way', async () => {
    await shown(true);
    expect(screen.getByText(/Aucune disparition n’est en cours/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Signaler à la police' })).toBeNull();
  });
});
