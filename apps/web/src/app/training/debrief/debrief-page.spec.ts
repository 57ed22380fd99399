import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Score } from '@repere/contract';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { fakeScore, REASON } from '../testing/fake-score';
import { DebriefPage } from './debrief-page';

async function shown(score: Score): Promise<HttpTestingController> {
  const api = await prepare('en');
  const session = TestBed.inject(Session);
  Object.defineProperty(session, 'about', { value: () => ({ space: { kind: 'training' } }) });
  const opening = openPage(DebriefPage);
  await answerWith(api, score);
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

  it('shows remarks alone on the way: no reason, no figure', async () => {
    await shown(fakeScore({ mayRate: false, mode: 'guided', figures: null, reasons: [] }));
    expect(screen.queryByRole('heading', { name: 'Reasons that were written' })).toBeNull();
  });
});
