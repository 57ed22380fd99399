import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Group, GroupLearner, JoinCode } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { GroupPage } from './group-page';

const CLASS = '/api/training/class';
const UNTIL = '2025-05-12T11:00:00.000Z';
const learner = (name: string, tookPart: GroupLearner['tookPart']): GroupLearner => ({
  ...{ id: name, name, role: 'caseworker', state: 'admitted', isCertified: false, tookPart },
  askedAt: '2025-05-12T07:00:00.000Z',
});
const group = (more: Partial<Group> = {}): Group => ({
  ...{ scenario: { fr: 'Radiographie', en: 'X-ray' }, outOfForce: [], mode: 'practice', minutes: 30 },
  ...{ limit: null, codeUntil: null, isScoreShown: false, most: 60, learners: [] },
  ...more,
});

let api: HttpTestingController;
async function opened(answer: Group): Promise<void> {
  api = await prepare('en');
  Object.defineProperty(TestBed.inject(Session), 'about', { value: () => ({ space: { kind: 'training' } }) });
  const opening = openPage(GroupPage);
  (await sent(api, 'GET', CLASS)).flush(answer);
  await (await opening).whenStable();
  TestBed.tick();
}
const press = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const answerWith = async (answer: Group) => {
  (await sent(api, 'GET', CLASS)).flush(answer);
  await settled();
  TestBed.tick();
};

const refuseWith = async (status: number, code: string, headers: Record<string, string>) => {
  const problem = { type: 'about:blank', title: 'x', status, code };
  (await sent(api, 'GET', CLASS)).flush(problem, { status, statusText: 'x', headers });
  await settled();
  TestBed.tick();
};

describe('the class, for whoever leads', () => {
  it('says of each by what they took part, and of who is left out why, before a certificate is asked for', async () => {
    await opened(group({ learners: [learner('Kiwi', 'acted'), learner('Fig', null)] }));
    expect(screen.getByText('Acted in the case')).toBeTruthy();
    expect(screen.getByText(/^Nothing yet: no act, no answer/)).toBeTruthy();
    await press('Issue a certificate to Fig');
    expect(screen.getByLabelText('What this person took part in')).toBeTruthy();
  });

  it('says nothing of it in a space without a story: no certificate is issued there', async () => {
    await opened(group({ scenario: null, learners: [learner('Fig', null)] }));
    expect(screen.queryByText(/^Nothing yet/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Issue a certificate to Fig' })).toBeNull();
  });

  it('goes on by itself while the server is busy, and says so in one line', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await opened(group());
      jest.advanceTimersByTime(3_000);
      await refuseWith(503, 'unavailable', { 'Retry-After': '8' });
      expect(
        screen.getByText('Repère isn’t answering right now. This page tries again by itself.'),
      ).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
      jest.advanceTimersByTime(7_500);
      api.expectNone(CLASS);
      jest.advanceTimersByTime(500);
      await answerWith(group({ learners: [learner('Kiwi', 'acted')] }));
      expect(screen.getByText('Kiwi')).toBeTruthy();
      expect(screen.queryByText(/tries again by itself/)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([401, 403, 404])('stays stopped where waiting changes nothing: %s', async (status) => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      await opened(group());
      jest.advanceTimersByTime(3_000);
      await refuseWith(status, status === 404 ? 'not-found' : 'not-allowed', {});
      expect(screen.queryByText(/tries again by itself/)).toBeNull();
      jest.advanceTimersByTime(120_000);
      api.expectNone(CLASS);
    } finally {
      jest.useRealTimers();
    }
  });

  it('shows no code that opens nothing any more, once somebody else who leads took a new one', async () => {
    await opened(group());
    await press('Open the way in');
    (await sent(api, 'PUT', `${CLASS}/code`)).flush({ code: 'K7PM2QXD', until: UNTIL } satisfies JoinCode);
    await answerWith(group({ codeUntil: UNTIL }));
    expect(screen.getByText('K7PM 2QXD')).toBeTruthy();
    await press('Show the score');
    (await sent(api, 'PUT', `${CLASS}/score`)).flush(null);
    await answerWith(group({ codeUntil: '2025-05-12T11:02:00.000Z' }));
    expect(screen.queryByText('K7PM 2QXD')).toBeNull();
    expect(screen.getByText(/^The way in is open until/)).toBeTruthy();
  });
});
