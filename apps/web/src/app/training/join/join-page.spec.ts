import { TestBed } from '@angular/core/testing';
import type { Session as SignedIn } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { PlayClient } from '../../access/play/play-client';
import { Session } from '../../access/session';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CodeForm } from './code-form';
import { WaitingRoomView } from './waiting-room-view';

const learner = (state: string, name = 'Kiwi') => ({
  ...{ id: '11111111-1111-4111-8111-111111111111', name, role: 'caseworker', state },
  ...{ askedAt: '2025-05-12T07:00:00.000Z', isCertified: false },
});
const room = (more: object = {}) => ({
  ...{ isOpen: true, mode: 'practice', isScoreShown: false, limit: null, learners: [] },
  ...more,
});

describe('joining a class', () => {
  it('sends the code without its blanks, and says at the field that it opens nothing', async () => {
    const api = await prepare('en');
    await openPage(CodeForm);
    await userEvent.type(screen.getByLabelText('Code of the class'), 'K7PM 2QXD');
    await userEvent.click(screen.getByRole('button', { name: 'Find the class' }));
    const request = await sent(api, 'POST', '/api/training/joins');
    expect(request.request.body).toEqual({ code: 'K7PM2QXD' });
    const text = { fr: 'Ce code n’ouvre rien.', en: 'This code opens nothing.' };
    request.flush(
      {
        ...{ type: 'x', title: 'x', code: 'refused', status: 422 },
        reasons: [{ code: 'no-such-code', field: 'code', text }],
      },
      { status: 422, statusText: '' },
    );
    await settled();
    expect(screen.getAllByText(/This code opens nothing/).length).toBeGreaterThan(0);
  });

  it('sends nothing that is no code', async () => {
    const api = await prepare('en');
    await openPage(CodeForm);
    await userEvent.type(screen.getByLabelText('Code of the class'), 'K7PM');
    await userEvent.click(screen.getByRole('button', { name: 'Find the class' }));
    api.expectNone('/api/training/joins');
    expect(screen.getAllByText(/A code has eight letters and digits/).length).toBeGreaterThan(0);
  });

  const shown = async (answer: object, status = 200) => {
    const api = await prepare('en');
    const opening = openPage(WaitingRoomView);
    (await sent(api, 'GET', '/api/training/learners')).flush(
      answer,
      status === 200 ? {} : { status, statusText: '' },
    );
    await settled();
    await (await opening).whenStable();
    return api;
  };

  it('asks with a nickname and a role, and says which is missing', async () => {
    const api = await shown(room());
    await userEvent.type(screen.getByLabelText('A nickname'), 'Kiwi');
    await userEvent.click(screen.getByRole('button', { name: 'Ask to come in' }));
    api.expectNone('/api/training/learners');
    expect(screen.getAllByText(/Choose a role/).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByLabelText('Assessment'));
    await userEvent.click(screen.getByRole('button', { name: 'Ask to come in' }));
    const request = await sent(api, 'POST', '/api/training/learners');
    expect(request.request.body).toEqual({ name: 'Kiwi', role: 'assessor' });
  });

  it('says that one waits, that one may come in, that one may not, and lets somebody else ask', async () => {
    await shown(room({ learners: [learner('admitted')] }));
    expect(screen.getByRole('status').textContent).toContain('You may come in: Kiwi');
    expect(screen.getByRole('button', { name: 'Enter: Kiwi' })).toBeTruthy();
    expect(screen.queryByLabelText('A nickname')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'It is somebody else' }));
    expect(screen.getByLabelText('A nickname')).toBeTruthy();
  });

  it('lets nobody in who works on their own because somebody before them did', async () => {
    await shown(room({ learners: [learner('admitted')] }));
    sessionStorage.setItem('repere.aside./a', 'yes');
    const given = { ok: true, value: {} as SignedIn, seq: null } as const;
    jest.spyOn(TestBed.inject(PlayClient), 'takePlace').mockResolvedValue(given);
    // The page goes then.
    const enter = jest
      .spyOn(TestBed.inject(Session), 'enterSession')
      .mockReturnValue(new Promise(() => undefined));
    await userEvent.click(screen.getByRole('button', { name: 'Enter: Kiwi' }));
    await settled();
    expect(enter).toHaveBeenCalled();
    expect(sessionStorage.getItem('repere.aside./a')).toBeNull();
  });

  it('says that an assessment has not begun, and lets in once it has', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const limit = { minutes: 20, until: null, secondsLeft: null };
      const api = await shown(room({ learners: [learner('admitted')], mode: 'assessment', limit }));
      expect(screen.getByRole('status').textContent).toContain('The assessment has not begun');
      expect(screen.queryByRole('button', { name: 'Enter: Kiwi' })).toBeNull();
      jest.advanceTimersByTime(3_000);
      const running = { minutes: 20, until: '2025-05-12T07:20:00.000Z', secondsLeft: 1200 };
      (await sent(api, 'GET', '/api/training/learners')).flush(
        room({ learners: [learner('admitted')], mode: 'assessment', limit: running }),
      );
      await settled();
      expect(screen.getByRole('button', { name: 'Enter: Kiwi' })).toBeTruthy();
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([429, 503])('waits for a server that is busy (%s) without a press', async (status) => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const api = await shown({ type: 'x', title: 'x', code: 'unavailable', status }, status);
      expect(screen.queryByRole('button')).toBeNull();
      expect(screen.getByText(/This page tries again by itself/)).toBeTruthy();
      jest.advanceTimersByTime(5_000);
      (await sent(api, 'GET', '/api/training/learners')).flush(room({ learners: [learner('admitted')] }));
      await settled();
      expect(screen.getByRole('button', { name: 'Enter: Kiwi' })).toBeTruthy();
      expect(screen.queryByText(/tries again by itself/)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('leads a browser without a place to the code', async () => {
    await shown({ type: 'x', title: 'x', code: 'not-allowed', status: 403 }, 403);
    expect(screen.getByRole('link', { name: 'Type a code' }).getAttribute('href')).toBe(
      '/formation/rejoindre',
    );
  });

  it('says that the space is gone', async () => {
    await shown({ type: 'x', title: 'This space was deleted.', code: 'space-gone', status: 410 }, 410);
    expect(screen.getByRole('alert').textContent).not.toBe('');
  });
});
