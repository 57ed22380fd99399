import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Moments } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Session } from '../../access/session';
import { MomentsPage } from './moments-page';

const MOMENT = {
  ...{ id: '11111111-1111-4111-8111-111111111111', title: 'Before the X-ray', state: 'kept' as const },
  ...{ at: '2025-05-12T07:00:00.000Z', isAutomatic: false },
};
const MOMENTS: Moments = { most: 6, moments: [MOMENT], branches: [], past: null };

async function shown(answer: Partial<Moments> = {}): Promise<HttpTestingController> {
  const api = await prepare('en');
  const session = TestBed.inject(Session);
  Object.defineProperty(session, 'about', { value: () => ({ space: { kind: 'training' } }) });
  const opening = openPage(MomentsPage);
  (await sent(api, 'GET', '/api/training/moments')).flush({ ...MOMENTS, ...answer });
  await settled();
  await (await opening).whenStable();
  TestBed.tick();
  return api;
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('moments and branches of a training space', () => {
  it('begins a branch with a moment, named before, and says when it is open', async () => {
    const api = await shown();
    expect(screen.getByText(/12 May 2025/)).toBeTruthy();
    await press('Go on from here: Before the X-ray');
    const name = screen.getByLabelText<HTMLInputElement>('Name of the branch');
    expect(name.value).toBe('Before the X-ray, another choice');
    await userEvent.clear(name);
    await press('Begin the branch');
    await settled();
    expect(screen.getAllByText('Give it a name.').length).toBeGreaterThan(0);
    await userEvent.type(name, 'They wait');
    await press('Begin the branch');
    const request = await sent(api, 'POST', `/api/training/moments/${MOMENT.id}/branches`);
    expect(request.request.body).toEqual({ title: 'They wait' });
    request.flush({
      ...{
        key: 'b',
        title: 'They wait',
        state: 'creating',
        scenario: null,
        scenarioTitle: null,
        minutes: null,
        mode: 'practice',
        moments: [],
      },
      ...{
        now: MOMENT.at,
        enteredAt: MOMENT.at,
        endsAt: MOMENT.at,
        endsSoon: false,
        isTriedAgain: false,
        load: null,
      },
      branchOf: { key: 'a', at: MOMENT.at },
    });
    const branch = { key: 'b', title: 'They wait', at: MOMENT.at };
    (await sent(api, 'GET', '/api/training/moments')).flush({
      ...MOMENTS,
      branches: [{ ...branch, state: 'creating' }],
    });
    (await sent(api, 'GET', '/api/training/moments')).flush({
      ...MOMENTS,
      branches: [{ ...branch, state: 'open' }],
    });
    await settled();
    expect(screen.getByRole('status').textContent).toContain('They wait');
    expect(screen.getByRole('button', { name: 'Go on in the branch: They wait' })).toBeTruthy();
  });

  it('says that a moment is kept which is there at the first look', async () => {
    const api = await shown({ moments: [] });
    await press('Keep this moment');
    await userEvent.type(screen.getByLabelText('Name of this moment'), MOMENT.title);
    await press('Keep this moment');
    (await sent(api, 'POST', '/api/training/moments')).flush(MOMENT);
    (await sent(api, 'GET', '/api/training/moments')).flush(MOMENTS);
    await settled();
    expect(screen.getByRole('status').textContent).toContain(MOMENT.title);
  });

  it('says of a branch whether it still has its past, and nothing of one that has none', async () => {
    await shown({ past: { size: 214, root: 'ab'.repeat(32), holds: true, holdsInParent: true } });
    expect(screen.getByText(/^The first 214 records are those/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('was altered');
  });

  it('warns where the record of a branch is not what it was', async () => {
    await shown({ past: { size: 214, root: 'ab'.repeat(32), holds: true, holdsInParent: false } });
    expect(screen.getByText(/the record was altered/).getAttribute('role')).toBe('alert');
  });

  it('keeps no more than can be kept, and says so', async () => {
    const many = Array.from({ length: 6 }, (_, n) => ({
      ...MOMENT,
      id: `${MOMENT.id.slice(0, -1)}${String(n)}`,
    }));
    await shown({ moments: many });
    expect(screen.queryByRole('button', { name: 'Keep this moment' })).toBeNull();
    expect(screen.getByText(/^6 moments are kept/)).toBeTruthy();
  });

  it('names what was kept by itself, and lets what is named take its place', async () => {
    const many = Array.from({ length: 6 }, (_, n) => ({
      ...MOMENT,
      ...{ id: `${MOMENT.id.slice(0, -1)}${String(n)}`, isAutomatic: n === 0 },
    }));
    await shown({ moments: many });
    expect(screen.getByText(/^Before time moved on, .*12 May 2025/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Keep this moment' })).toBeTruthy();
  });

  it('tries again to let go of what could not be let go', async () => {
    const api = await shown();
    await press('Let go: Before the X-ray');
    (await sent(api, 'DELETE', `/api/training/moments/${MOMENT.id}`)).error(new ProgressEvent('error'));
    await settled();
    await press(/again/i);
    (await sent(api, 'DELETE', `/api/training/moments/${MOMENT.id}`)).flush(null);
    (await sent(api, 'GET', '/api/training/moments')).flush({ ...MOMENTS, moments: [] });
    await settled();
    expect(screen.queryAllByRole('alert').map(({ textContent }) => textContent?.trim())).toEqual(['', '']);
  });
});
