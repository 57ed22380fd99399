import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Presentation, PresentationScript, ScriptSlide } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Room } from '../../access/play/room/room';
import { FakeEventSource } from '../../access/play/testing/fake-event-source';
import { Session } from '../../access/session';
import { PresenterPage } from './presenter-page';

const words = (text: string) => ({ fr: `${text} (fr)`, en: text });
const slide = (id: string, notes: readonly string[] = []): ScriptSlide => ({
  ...{
    id,
    kind: 'beat',
    title: words(`Title of ${id}`),
    when: null,
    told: words(`Told of ${id}`),
    words: null,
  },
  ...{ documents: [], points: [], notes: notes.map(words), cameAt: null },
});
const SCRIPT: PresentationScript = {
  scenario: words('X-ray'),
  slides: [
    slide('a', ['Ask what changes tonight.']),
    slide('b'),
    {
      ...slide('answer:c'),
      kind: 'answer',
      told: null,
      points: [
        { says: words('He comes'), isRight: true, because: words('No service waits.') },
        { says: words('He waits'), isRight: false, because: words('It does not.') },
      ],
    },
  ],
};
const at = (position: number, id: string | null, isPaused = false): Presentation => ({
  ...{ position, isPaused, isLeading: true, page: null },
  slide: SCRIPT.slides.find((it) => it.id === id) ?? null,
});

let api: HttpTestingController;
async function open(script: PresentationScript = SCRIPT): Promise<void> {
  FakeEventSource.install();
  api = await prepare('en');
  Object.defineProperty(TestBed.inject(Session), 'about', { value: () => ({ space: { kind: 'training' } }) });
  const opening = openPage(PresenterPage);
  (await sent(api, 'GET', '/api/training/presentation/script')).flush(script);
  (await sent(api, 'GET', '/api/training/presentation')).flush(at(0, null));
  await settled();
  await opening;
}
async function answer(asked: object, shown: Presentation): Promise<void> {
  const request = await sent(api, 'PUT', '/api/training/presentation');
  expect(request.request.body).toEqual(asked);
  request.flush(shown);
  await settled();
}

describe('the page of whoever presents', () => {
  afterEach(() => {
    TestBed.inject(Room).leaveRoom();
  });

  it('goes on by keys of a keyboard or remote, each from what the one before brought about, with notes', async () => {
    await open();
    expect(screen.getByRole('status').textContent).toContain('Nothing is presented.');
    await userEvent.keyboard('{PageDown}{ArrowRight}');
    await answer({ after: 0, slide: 'a', isPaused: false }, at(1, 'a'));
    await answer({ after: 1, slide: 'b', isPaused: false }, at(2, 'b'));
    await userEvent.keyboard('{PageUp}');
    await answer({ after: 2, slide: 'a', isPaused: false }, at(3, 'a'));
    expect(screen.getByText('Ask what changes tonight.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toMatch(/The room sees this\..*Slide 1 of 3\./s);
    // Before the first there is none, and nothing is sent.
    await userEvent.keyboard('{ArrowLeft}');
    await settled();
    api.verify();
  });

  it('pauses by one key, and goes on paused', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
    await answer({ after: 0, slide: 'a', isPaused: false }, at(1, 'a'));
    await userEvent.keyboard('.');
    await answer({ after: 1, slide: 'a', page: null, isPaused: true }, at(2, 'a', true));
    expect(screen.getByRole('status').textContent).toContain('The room waits.');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await answer({ after: 2, slide: 'b', isPaused: true }, at(3, 'b', true));
  });

  it('leads to any slide; an answer says which is right in words', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: /Title of answer:c$/, hidden: true }));
    await answer({ after: 0, slide: 'answer:c', isPaused: false }, at(1, 'answer:c'));
    expect(screen.getByText('Right answer:').closest('li')?.textContent).toContain('He comes');
    expect(screen.getByText('This is the last slide.')).toBeTruthy();
  });

  it('says what to do in a space that began without a story', async () => {
    await open({ scenario: null, slides: [] });
    expect(screen.getByText(/^This space began without a story/)).toBeTruthy();
    await userEvent.keyboard('{PageDown}');
    api.verify();
  });
});
