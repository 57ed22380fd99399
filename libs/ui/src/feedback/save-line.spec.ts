import { screen } from '@testing-library/dom';
import { renderComponent } from '../testing/render-component';
import { SaveLine } from './save-line';

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
    await renderComponent(SaveLine, { state });
    expect(screen.getByRole('status').textContent?.trim()).toBe(words);
  });
});
