import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { ChoiceField } from './choice-field';

describe('ChoiceField', () => {
  it('offers all options under one name, none chosen', async () => {
    const { componentInstance: field } = await renderComponent(ChoiceField, {
      label: 'Genre',
      fieldId: 'gender',
      options: [
        { code: 'girl', label: 'Fille' },
        { code: 'boy', label: 'Garçon' },
      ],
    });
    const group = within(screen.getByRole('group', { name: 'Genre' }));
    expect(group.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.checked)).toEqual([
      false,
      false,
    ]);
    await userEvent.click(group.getByRole('radio', { name: 'Garçon' }));
    expect(field.value()).toBe('boy');
  });
});
