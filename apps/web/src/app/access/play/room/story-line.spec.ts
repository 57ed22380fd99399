import { TestBed } from '@angular/core/testing';
import type { HttpTestingController } from '@angular/common/http/testing';
import type { ArrivedEvent, Presentation, Slide } from '@repere/contract';
import { Language } from '@repere/ui';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { spaceWords } from '../space-words';
import { FakeEventSource } from '../testing/fake-event-source';
import { Room } from './room';
import { StoryLine } from './story-line';

const words = (text: string) => ({ fr: `${text} (fr)`, en: text });
const slide = (id: string): Slide => ({
  ...{
    id,
    kind: 'inject',
    title: words(`Title of ${id}`),
    when: null,
    told: words(`Told of ${id}`),
    words: null,
  },
  ...{ documents: [], points: [] },
});
const BEGINNING: ArrivedEvent = { at: '2025-05-12T07:00:00.000Z', slide: slide('beat:a') };
const CALL: ArrivedEvent = { at: '2025-05-14T07:00:00.000Z', slide: slide('inject:b') };
const shownAt = (position: number, shown: Slide | null): Presentation => ({
  ...{ position, slide: shown, page: null, isPaused: false, isLeading: true },
});

let api: HttpTestingController;
async function open(leads: boolean, arrived: readonly ArrivedEvent[]): Promise<void> {
  FakeEventSource.install();
  api = await prepare('en');
  await TestBed.inject(Language).useAlso(spaceWords);
  TestBed.inject(Room).join(leads ? 'leading' : 'learning');
  (await sent(api, 'GET', '/api/training/presentation')).flush(shownAt(0, null));
  await openPage(StoryLine, { leads });
  await tell(arrived);
}
/** Newest first. */
async function tell(arrived: readonly ArrivedEvent[]): Promise<void> {
  FakeEventSource.opened.at(-1)?.sendEvent('story', String(arrived.length));
  if (arrived.length > 0) (await sent(api, 'GET', '/api/training/story')).flush({ arrived });
  await settled();
  TestBed.tick();
}

describe('what has come about of the story', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    TestBed.inject(Room).leaveRoom();
  });

  it('is one line with the newest, news until one opens it, and all of it when one does', async () => {
    await open(false, [BEGINNING]);
    await tell([CALL, BEGINNING]);
    const line = screen.getByText(/^Just happened: Title of inject:b \(.*14 May 2025/, {
      selector: 'summary',
    });
    expect(screen.getByRole('status').textContent).toMatch(/^Just happened: Title of inject:b/);
    const details = line.closest('details');
    if (!details) throw new Error('no details');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    TestBed.tick();
    await settled();
    expect(screen.getByText('Told of inject:b')).toBeTruthy();
    expect(screen.getByText('Told of beat:a')).toBeTruthy();
    expect(line.textContent).toMatch(/^Last event: Title of inject:b/);
    expect(screen.getByRole('status').textContent).toBe('');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is shown to the class in one press by whoever leads', async () => {
    await open(true, [CALL, BEGINNING]);
    await userEvent.click(screen.getByRole('button', { name: 'Show it to the class Title of inject:b' }));
    const request = await sent(api, 'PUT', '/api/training/presentation');
    expect(request.request.body).toEqual({ after: 0, slide: 'inject:b', isPaused: false });
    request.flush(shownAt(1, CALL.slide));
    await settled();
    TestBed.tick();
    expect(screen.queryByRole('button', { name: /Title of inject:b/ })).toBeNull();
    expect(screen.getByText(/^Last event: Title of inject:b/)).toBeTruthy();
  });

  it('is nothing where nothing has come', async () => {
    await open(true, []);
    expect(screen.queryByText(/event/)).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    api.verify();
  });
});
