import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { FakeEventSource } from './testing/fake-event-source';
import { TrainingBar } from './training-bar';

const CAST = [
  { id: '11111111-1111-4111-8111-111111111111', name: 'Lierre Exercice', roles: ['caseworker'] },
  { id: '22222222-2222-4222-8222-222222222222', name: 'Chêne Exercice', roles: ['supervisor'] },
];

async function shown(leads = true) {
  FakeEventSource.install();
  const api = await prepare('en');
  const opening = openPage(TrainingBar);
  const clock = { now: '2025-05-12T07:00:00.000Z', deadlineAt: '2025-05-14T07:00:00.000Z', majorityAt: null };
  const refused = [
    { type: 'x', title: 'x', code: 'not-allowed', status: 403 },
    { status: 403, statusText: '' },
  ] as const;
  const cast = await sent(api, 'GET', '/api/training/played');
  const time = await sent(api, 'GET', '/api/training/clock');
  if (leads) {
    cast.flush(CAST);
    time.flush(clock);
  } else {
    cast.flush(...refused);
    time.flush(...refused);
  }
  await settled();
  await (await opening).whenStable();
  TestBed.tick();
  return api;
}

describe('the bar of a training space', () => {
  it('moves time to the next deadline; a birthday that nobody knows is greyed, with why', async () => {
    const api = await shown();
    const birthday = screen.getByRole<HTMLButtonElement>('button', { name: '18th birthday' });
    expect(birthday.disabled).toBe(true);
    const why = document.getElementById(birthday.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toContain('a stated age is no date of birth');
    await userEvent.click(screen.getByRole('button', { name: /^Next deadline: .*14 May 2025/ }));
    const request = await sent(api, 'POST', '/api/training/clock');
    expect(request.request.body).toEqual({ by: 'deadline', keepsMoment: true });
    request.flush(
      { type: 'x', title: 'Somebody moved it.', code: 'changed-elsewhere', status: 409 },
      { status: 409, statusText: '' },
    );
    await settled();
    expect(screen.getByRole('alert').textContent).not.toBe('');
  });

  it('unfolds in one press on a telephone, and says so', async () => {
    await shown();
    const unfold = screen.getByRole('button', { name: 'Lead' });
    expect(unfold.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(unfold);
    expect(unfold.getAttribute('aria-expanded')).toBe('true');
    const folded = document.getElementById(unfold.getAttribute('aria-controls') ?? '');
    expect(folded?.textContent).toContain('Leave the space');
    expect(folded?.textContent).toContain('Erase this space');
  });

  it('has everybody of the team to play, with their roles', async () => {
    const api = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Play somebody else' }));
    await settled();
    await userEvent.click(screen.getByRole('menuitemradio', { name: /Chêne Exercice/ }));
    const request = await sent(api, 'PUT', '/api/training/played');
    expect(request.request.body).toEqual({ accountId: CAST[1]?.id });
  });

  it('takes a note, which is sent once however often, and says at which moment it stands', async () => {
    const api = await shown();
    await userEvent.click(screen.getByRole('button', { name: 'Take a note for myself' }));
    await userEvent.click(screen.getByRole('button', { name: 'Note it' }));
    expect(screen.getAllByText('Write something.').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText('Note'), 'A silence.{Enter}');
    const isNote = ({ url }: { readonly url: string }) => url.startsWith('/api/training/notes/');
    await settled();
    const first = api.expectOne(isNote);
    expect([first.request.method, first.request.body]).toEqual(['PUT', { words: 'A silence.' }]);
    first.flush(null, { status: 503, statusText: '' });
    await settled();
    TestBed.tick();
    await userEvent.click(screen.getByRole('button', { name: 'Note it' }));
    await settled();
    const again = api.expectOne(isNote);
    expect(again.request.url).toBe(first.request.url);
    const id = again.request.url.split('/').at(-1);
    again.flush({ id, words: 'A silence.', at: '2025-05-12T07:00:00.000Z' });
    await settled();
    TestBed.tick();
    expect(screen.getByText(/^Noted, .*12 May 2025/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('');
  });

  it('shows nothing to who does not lead', async () => {
    await shown(false);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
