import type { OwnScenarioSummary, ProtocolSummary, ScenarioSummary, WaitingDraft } from '@repere/contract';
import type { HttpTestingController } from '@angular/common/http/testing';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ScenarioListPage } from './scenario-list-page';

const ID = '11111111-2222-4333-8444-555555555555';
const SHIPPED: ScenarioSummary = {
  ...{ id: 'xray', title: { fr: 'Radiographie', en: 'X-ray' }, summary: { fr: '…', en: '…' } },
  ...{ protocol: 'papers', protocols: ['papers', 'care'], child: 'Cyprès', minutes: 30 },
  objectives: [{ fr: 'Lire la marge', en: 'Read the margin' }],
  outOfForce: [
    { protocol: 'papers', title: { fr: 'Papiers', en: 'Papers' }, version: '1.0.0', inForce: '2.0.0' },
  ],
};
const OWN: OwnScenarioSummary = {
  ...{ id: ID, name: 'ours', title: null, child: null, protocols: [], minutes: null, errors: 2 },
  outOfForce: [],
  ...{ revision: 4, changedAt: '2025-05-01T07:00:00.000Z' },
};

let api: HttpTestingController;
async function opened(own: readonly OwnScenarioSummary[] = []): Promise<void> {
  api = await prepare('en');
  const opening = openPage(ScenarioListPage);
  (await sent(api, 'GET', '/api/training/scenarios')).flush([SHIPPED]);
  (await sent(api, 'GET', '/api/training/own-scenarios')).flush(own);
  (await sent(api, 'GET', '/api/protocols')).flush([] satisfies readonly ProtocolSummary[]);
  (await sent(api, 'GET', '/api/training/drafts')).flush([] satisfies readonly WaitingDraft[]);
  await opening;
  await settled();
}

const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
  await settled();
};

describe('the list of scenarios', () => {
  it('says of each the child, the protocols, the minutes, the languages and the hard point', async () => {
    await opened();
    expect(screen.getByText('Cyprès · papers · care · 30 minutes · French and English')).toBeTruthy();
    expect(screen.getByText('Hard point: Read the margin')).toBeTruthy();
    expect(screen.getByText('Papers: version 1.0.0; in force: 2.0.0.')).toBeTruthy();
    expect(screen.getByText(/^None yet/)).toBeTruthy();
  });

  it('duplicates one as one’s own', async () => {
    await opened();
    await press('Duplicate: X-ray');
    const request = await sent(api, 'POST', '/api/training/own-scenarios');
    expect(request.request.body).toEqual({ from: 'xray' });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('says of one’s own what keeps it from being played, and deletes it once that was said twice', async () => {
    await opened([OWN]);
    expect(screen.getByText('2 errors: it can not be played yet.')).toBeTruthy();
    await press('Delete: ours');
    api.expectNone({ method: 'DELETE' });
    const key = `repere.draft..${ID}`;
    localStorage.setItem(key, 'typed, and never saved');
    await press('Yes, delete');
    (await sent(api, 'DELETE', `/api/training/own-scenarios/${ID}`)).flush(null);
    (await sent(api, 'GET', '/api/training/scenarios')).flush([SHIPPED]);
    (await sent(api, 'GET', '/api/training/own-scenarios')).flush([]);
    await settled();
    expect(screen.getByText('The scenario is deleted.')).toBeTruthy();
    expect(localStorage.getItem(key)).toBeNull();
  });

  it('takes a file of a colleague, and none that is too long', async () => {
    await opened();
    // The browser of tests reads no files.
    const pick = (text: string) =>
      userEvent.upload(
        screen.getByLabelText('File of the scenario (.yaml)'),
        Object.assign(new File([text], 'ours.yaml'), { text: () => Promise.resolve(text) }),
      );
    await press('Add to my scenarios');
    expect(screen.getAllByText('Choose a file.').length).toBeGreaterThan(0);
    await pick('a'.repeat(100_001));
    await press('Add to my scenarios');
    expect(screen.getAllByText(/too long/).length).toBeGreaterThan(0);
    await pick('scenario: ours');
    await press('Add to my scenarios');
    const request = await sent(api, 'POST', '/api/training/own-scenarios');
    expect(request.request.body).toEqual({ yaml: 'scenario: ours' });
  });
});
