import { screen } from '@testing-library/dom';
import { caseFile } from '../../../testing/fake-case';
import { timelineEntry } from '../../../testing/fake-entry';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CasePage } from '../../casework/case-page';
import { ChronologyPage } from './chronology-page';

const both = (words: string) => ({ fr: words, en: words });
const ENTRIES = [
  timelineEntry({
    ...{ entryId: 'a1', kind: 'act-beside', title: both('Lettre partie par courriel') },
    ...{ protocol: null, runId: null, step: null },
  }),
  timelineEntry(),
];

describe('the chronology of a case', () => {
  afterEach(() => document.body.replaceChildren());

  it('stands with what was asked, sent and answered between the entries', async () => {
    const api = await prepare();
    const fixture = await openPage(ChronologyPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile());
    (await sent(api, 'GET', '/api/case-files/c1/journal')).flush({ items: ENTRIES, next: null });
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('heading', { name: 'Lettre partie par courriel' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Faire le signalement' })).toBeTruthy();
  });

  it('is that of the journal alone on the page of the case, older entries too', async () => {
    const api = await prepare();
    const fixture = await openPage(CasePage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
      caseFile: caseFile(),
      journal: { items: ENTRIES, next: null },
    });
    await settled();
    await fixture.whenStable();
    expect(screen.queryByText('Lettre partie par courriel')).toBeNull();
  });
});
