import type { HttpTestingController } from '@angular/common/http/testing';
import type { DraftEffect, WaitingDraft } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { WaitingDrafts } from './waiting-drafts';

const both = (words: string) => ({ fr: words, en: words });
const DRAFT: WaitingDraft = { id: 'd1', protocol: 'papers', version: '1.1.0', title: both('Papers') };
const NONE: DraftEffect['own'] = { total: 0, tried: 0, isStopped: false, changed: [] };

let api: HttpTestingController;
async function opened(drafts: readonly WaitingDraft[] = [DRAFT]): Promise<void> {
  api = await prepare('en');
  const opening = openPage(WaitingDrafts);
  (await sent(api, 'GET', '/api/training/drafts')).flush(drafts);
  await opening;
  await settled();
}
async function tried(effect: DraftEffect): Promise<void> {
  await opened();
  await userEvent.click(
    screen.getByRole('button', { name: 'Tell the exercises again: Papers, version 1.1.0' }),
  );
  (await sent(api, 'GET', '/api/training/drafts/d1/lessons')).flush(effect);
  await settled();
}

describe('drafts that wait, for who teaches', () => {
  it('are not spoken of where none waits', async () => {
    await opened([]);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('tell which exercises must be rewritten, with the child, one’s own first', async () => {
    await tried({
      shipped: {
        ...{ total: 12, tried: 4, isStopped: false },
        changed: [{ scenario: 'a', title: both('The night'), child: 'Inès' }],
      },
      own: {
        ...{ total: 3, tried: 2, isStopped: false },
        changed: [{ scenario: 'c', title: both('Mine'), child: 'Saule' }],
      },
    });
    expect(screen.getByText('1 exercise of 12 to be rewritten before it is taught.')).toBeTruthy();
    expect(screen.getByText('Your scenarios: 1 of 2 to be rewritten.')).toBeTruthy();
    expect(screen.getByText('1 of yours was not told again, for want of time.')).toBeTruthy();
    expect(screen.getAllByText(/^To be rewritten:/).map((it) => it.textContent)).toEqual([
      'To be rewritten: “Mine”, with Saule',
      'To be rewritten: “The night”, with Inès',
    ]);
  });

  it('say that all goes as before', async () => {
    await tried({ shipped: { total: 12, tried: 4, isStopped: false, changed: [] }, own: NONE });
    expect(screen.getByText('All 4 exercises that came with the product go as before.')).toBeTruthy();
  });

  it('say that nothing is known where telling was stopped', async () => {
    await tried({ shipped: { total: 12, tried: 0, isStopped: true, changed: [] }, own: NONE });
    expect(screen.getByText(/Nothing is known\.$/)).toBeTruthy();
  });
});
