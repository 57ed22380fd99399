import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Score, TrainerNote } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { fakeScore, REASON } from '../testing/fake-score';
import { DebriefPage } from './debrief-page';

async function shown(score: Score, notes: readonly TrainerNote[] = []): Promise<HttpTestingController> {
  const api = await prepare('en');
  const session = TestBed.inject(Session);
  Object.defineProperty(session, 'about', { value: () => ({ space: { kind: 'training' } }) });
  const opening = openPage(DebriefPage);
  await answerWith(api, score);
  if (score.figures && score.mayRate) (await sent(api, 'GET', '/api/training/notes')).flush(notes);
  // What the protocols are called, once there is more than remarks.
  if (score.figures) (await sent(api, 'GET', '/api/protocols')).flush([]);
  await (await opening).whenStable();
  TestBed.tick();
  return api;
}

async function answerWith(api: HttpTestingController, score: Score): Promise<void> {
  (await sent(api, 'GET', '/api/training/score')).flush(score);
  await settled();
  TestBed.tick();
}

const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const answer = (question: string, said: string) =>
  userEvent.click(
    within(screen.getByRole('group', { name: new RegExp(question) })).getByRole('radio', { name: said }),
  );

describe('the debrief of a training space', () => {
  it('lets whoever leads rate a reason, and says that it counts from then on', async () => {
    const api = await shown(fakeScore());
    expect(screen.getByText('1 reason not rated: it counts neither for nor against.')).toBeTruthy();
    expect(screen.getByText('Not rated yet: it does not count.')).toBeTruthy();
    await press(/^Rate: Is it needed\?/);
    await press('Save');
    expect(screen.getAllByText('Answer one question at least.').length).toBeGreaterThan(0);
    await answer('The facts are named', 'Yes');
    await answer('Nobody is judged', 'No');
    await answer('The child’s words', 'Does not arise here');
    await userEvent.type(screen.getByLabelText(/A word to whoever wrote it/), 'Who saw it?');
    await press('Save');
    const request = await sent(api, 'PUT', `/api/training/reasons/${REASON.entryId}`);
    const rating = { met: ['facts'], missing: ['judgement'], note: 'Who saw it?' } as const;
    expect(request.request.body).toEqual(rating);
    request.flush(null);
    await answerWith(api, fakeScore({ reasons: [{ ...REASON, rating }] }));
    (await sent(api, 'GET', '/api/training/notes')).flush([]);
    expect(screen.getByText('"Is it needed?" is rated.')).toBeTruthy();
    expect(screen.getByText('Not there: Nobody is judged')).toBeTruthy();
    expect(screen.getByText('Remark: Who saw it?')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Change');
    api.verify();
  });

  it('takes a rating back, and says what was refused', async () => {
    const rating = { met: ['facts'], missing: [], note: null } as const;
    const api = await shown(fakeScore({ reasons: [{ ...REASON, rating }] }));
    await press('Do not count this reason');
    const request = await sent(api, 'DELETE', `/api/training/reasons/${REASON.entryId}`);
    request.flush(
      { type: 'x', title: 'Only whoever leads may do this.', code: 'not-allowed', status: 403 },
      { status: 403, statusText: '' },
    );
    await settled();
    TestBed.tick();
    const said = screen.getAllByRole('alert').map(({ textContent }) => textContent.trim());
    expect(said.join('')).not.toBe('');
  });

  it('gives who learns what was found, and nothing to rate', async () => {
    const rating = { met: ['facts'], missing: ['words'], note: null } as const;
    await shown(fakeScore({ mayRate: false, isShown: true, reasons: [{ ...REASON, rating }] }));
    expect(screen.getByText('There: The facts are named')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Rate|Change)/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Do not count/ })).toBeNull();
  });

  it('tells what the class answered, when and on what ground, with what was right', async () => {
    const words = (text: string) => ({ fr: text, en: text });
    const choice = (id: string, isRight: boolean, times: number) => ({
      ...{ id, says: words(`says ${id}`), because: words(`why ${id}`), isRight, times },
    });
    const choices = [choice('yes', true, 2), choice('no', false, 1)];
    const asked = { id: 'a', ask: words('What do you answer?'), basis: ['S49'], choices };
    const at = '2025-06-02T09:00:00.000Z';
    await shown(
      fakeScore({
        questions: [
          { ...asked, forClass: null, answeredAt: at },
          { ...asked, id: 'b', forClass: 'no', answeredAt: at },
          { ...asked, id: 'c', forClass: null, answeredAt: null },
        ],
      }),
    );
    expect(screen.getByText(/^Each answered, until .*2025/)).toBeTruthy();
    expect(screen.getByText(/^The class, .*2025.*: says no/)).toBeTruthy();
    expect(screen.getByText(/^Nobody answered\./)).toBeTruthy();
    expect(screen.getAllByText('(2 answers)')).toHaveLength(3);
    expect(screen.getAllByText('Sources: S49')).toHaveLength(3);
  });

  it('has the notes of whoever leads at their moments, off paper unless that is asked for, and deletes one', async () => {
    const did = (at: string, text: string) => ({ at, who: 'Kiwi', what: { fr: text, en: text } });
    const timeline = [did('2025-05-12T08:00:00.000Z', 'began'), did('2025-05-14T08:00:00.000Z', 'went on')];
    const note = {
      id: '44444444-4444-4444-8444-444444444444',
      words: 'A silence.',
      at: '2025-05-13T08:00:00.000Z',
    };
    const api = await shown(fakeScore({ timeline }), [note]);
    const lines = () =>
      screen.getAllByRole('listitem').filter((it) => / – (Kiwi|My note)/.test(it.textContent));
    expect(lines().map((it) => /began|A silence|went on/.exec(it.textContent)?.[0])).toEqual([
      'began',
      'A silence',
      'went on',
    ]);
    expect(lines()[1]?.classList.contains('rp-screen-only')).toBe(true);
    await press('Print my notes as well');
    TestBed.tick();
    expect(lines()[1]?.classList.contains('rp-screen-only')).toBe(false);
    await press(/^Delete the note of/);
    (await sent(api, 'DELETE', `/api/training/notes/${note.id}`)).flush(null);
    await settled();
    TestBed.tick();
    expect(lines()).toHaveLength(2);
  });

  it('asks for no notes where somebody learns, or the page hangs on the wall', async () => {
    const api = await shown(fakeScore({ mayRate: false, isShown: true }));
    api.expectNone('/api/training/notes');
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    sessionStorage.setItem('repere.view', 'projection');
    const wall = await prepare('en');
    Object.defineProperty(TestBed.inject(Session), 'about', {
      value: () => ({ space: { kind: 'training' } }),
    });
    const opening = openPage(DebriefPage);
    await answerWith(wall, fakeScore());
    (await sent(wall, 'GET', '/api/protocols')).flush([]);
    await (await opening).whenStable();
    wall.expectNone('/api/training/notes');
    sessionStorage.removeItem('repere.view');
  });

  it('gives a paper to whoever sees all of it, in their language, with notes to whoever leads alone', async () => {
    const papers = () =>
      screen
        .queryAllByRole('link', { name: /^PDF/ })
        .map((it) => it.getAttribute('href')?.replace(/^.*api/, ''));
    await shown(fakeScore());
    expect(papers()).toEqual([
      '/training/debrief/pdf?language=en',
      '/training/debrief/pdf?language=en&notes=with',
    ]);
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    await shown(fakeScore({ mayRate: false, isShown: true }));
    expect(papers()).toEqual(['/training/debrief/pdf?language=en']);
    TestBed.resetTestingModule();
    document.body.innerHTML = '';
    await shown(fakeScore({ mayRate: false, mode: 'guided', figures: null, reasons: [] }));
    expect(papers()).toEqual([]);
  });

  it('shows remarks alone on the way: no reason, no figure', async () => {
    await shown(fakeScore({ mayRate: false, mode: 'guided', figures: null, reasons: [] }));
    expect(screen.queryByRole('heading', { name: 'Reasons that were written' })).toBeNull();
  });
});
