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
