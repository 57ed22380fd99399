import { screen, within } from '@testing-library/dom';
import type { VersionDiff } from '@repere/protocol';
import { openPage, prepare } from '../../../../testing/open-page';
import { ChangeList } from './change-list';

const both = (words: string) => ({ fr: words, en: words });
const diff: VersionDiff = {
  protocol: 'shelter',
  from: '1.0.0',
  to: '2.0.0',
  kind: 'major',
  changes: [
    { what: 'text', how: 'changed', id: 'talk', effect: 'words', text: both('Un titre change.') },
    {
      what: 'deadline',
      how: 'shorter',
      id: 'talk',
      effect: 'protects-more',
      text: both('Plus court.'),
      before: '8 days',
      after: '2 days',
    },
    {
      what: 'safeguard',
      how: 'removed',
      id: 'nobody-waits',
      effect: 'protects-less',
      text: both('Personne n’attend.'),
    },
  ],
};

describe('what changes between two versions', () => {
  afterEach(() => document.body.replaceChildren());

  it('begins with what protects less, and says that a safeguard is lost', async () => {
    await prepare();
    await openPage(ChangeList, { diff });
    const headings = screen.getAllByRole('heading', { level: 3 }).map((it) => it.textContent?.trim());
    expect(headings[0]).toContain('Protège moins (1)');
    expect(headings.at(-1)).toContain('Des mots (1)');
    const [lost] = screen.getAllByRole('listitem');
    expect(within(lost as HTMLElement).getByText('Garde-fou perdu.')).toBeTruthy();
  });

  it('shows word by word what was and what is', async () => {
    await prepare();
    await openPage(ChangeList, { diff });
    expect(screen.getByText('8 days').closest('del')).toBeTruthy();
    expect(screen.getByText('2 days').closest('ins')).toBeTruthy();
  });

  it('says so when nothing does', async () => {
    await prepare();
    await openPage(ChangeList, { diff: { ...diff, changes: [] } });
    expect(screen.getByText('Rien ne change.')).toBeTruthy();
  });
});
