import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import { renderComponent } from '../testing/render-component';
import { SpaceTime } from '../time/space-time';
import { SaveLine } from './save-line';

async function drawnAt(now: string, state: object): Promise<void> {
  const fixture = await renderComponent(SaveLine, { state });
  TestBed.inject(SpaceTime).follow(now);
  await fixture.whenStable();
}

describe('SaveLine', () => {
  it.each([
    [{ kind: 'saved', at: '2026-03-12T14:02:00+01:00' }, 'Enregistré 14:02'],
    [{ kind: 'draft-kept', at: '2026-03-12T14:02:00+01:00' }, 'Brouillon gardé 14:02'],
    [
      { kind: 'in-tab', at: '2026-03-12T14:02:00+01:00' },
      'Dans cet onglet seulement, 14:02 : ne le fermez pas',
    ],
    [{ kind: 'on-device', at: '2026-03-12T14:02:00+01:00' }, 'Sur cet appareil 14:02'],
    [{ kind: 'sent', at: '2026-03-12T14:02:00+01:00' }, 'Envoyé 14:02'],
    [{ kind: 'nothing' }, ''],
    [{ kind: 'to-review' }, 'À revoir'],
    [{ kind: 'saving' }, 'Enregistrement…'],
  ])('says %j', async (state, words) => {
    await drawnAt('2026-03-12T15:00:00+01:00', state);
    expect(screen.getByRole('status').textContent?.trim()).toBe(words);
  });

  it('says the day of what was kept on another one', async () => {
    await drawnAt('2026-03-13T09:00:00+01:00', { kind: 'draft-kept', at: '2026-03-12T20:25:00+01:00' });
    expect(screen.getByRole('status').textContent?.trim()).toBe('Brouillon gardé hier 20:25');
  });
});
