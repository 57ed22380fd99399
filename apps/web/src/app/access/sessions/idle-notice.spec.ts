import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare } from '../../../testing/open-page';
import { IdleNotice } from './idle-notice';
import { Presence, type NearEnd } from './presence';

async function shown() {
  const near = signal<NearEnd | null>(null);
  const pressed: string[] = [];
  TestBed.overrideProvider(Presence, {
    useValue: {
      nearEnd: near,
      noteInput: () => pressed.push('input'),
      lock: (reason: string) => pressed.push(reason),
    },
  });
  await prepare();
  const fixture = await openPage(IdleNotice);
  const tell = async (next: NearEnd | null) => {
    near.set(next);
    await fixture.whenStable();
  };
  return { tell, pressed };
}
const at = new Date(2026, 2, 12, 14, 32).getTime();

describe('IdleNotice', () => {
  it('says when the screen locks, politely: the place is there before the words, the focus stays', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    const { tell } = await shown();
    field.focus();
    const status = screen.getByText((_, element) => element?.classList.contains('notice') ?? false);
    expect(status.textContent.trim()).toBe('');
    await tell({ why: 'idle', at });
    expect(status.textContent).toContain('l’écran se verrouille à 14:32');
    expect(document.activeElement).toBe(field);
  });

  it('goes on with one press, and gives the focus back', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    const { tell, pressed } = await shown();
    await tell({ why: 'idle', at });
    field.focus();
    await userEvent.click(screen.getByRole('button', { name: 'Continuer' }));
    expect(pressed).toEqual(['input']);
    await tell(null);
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  it('offers no more time at the end of the day, but to sign in again', async () => {
    const { tell, pressed } = await shown();
    await tell({ why: 'absolute', at });
    expect(screen.queryByRole('button', { name: 'Continuer' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Me reconnecter maintenant' }));
    expect(pressed).toEqual(['asked']);
  });
});
