import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { TwoVersions } from './two-versions';

describe('TwoVersions', () => {
  it('shows both and chooses neither', async () => {
    const { componentInstance: field } = await renderComponent(TwoVersions, {
      theirsFrom: 'Version de Samia',
      rows: [
        { id: 'note', title: 'Note', mine: 'moi', theirs: '', hasBoth: false },
        { id: 'seen', title: 'Vu', mine: 'a', theirs: 'b', hasBoth: true },
      ],
    });
    const note = within(screen.getByRole('group', { name: 'Note' }));
    expect(note.getByText('moi')).toBeTruthy();
    expect(note.getByText('rien d’écrit')).toBeTruthy();
    expect(note.queryByRole('radio', { name: 'Garder les deux' })).toBeNull();
    expect(field.value()).toEqual({});
    await userEvent.click(
      within(screen.getByRole('group', { name: 'Vu' })).getByRole('radio', { name: 'Garder les deux' }),
    );
    expect(field.value()).toEqual({ seen: 'both' });
  });
});
