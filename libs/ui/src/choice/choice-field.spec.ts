import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { show } from '../testing/show';
import { ChoiceField } from './choice-field';

describe('ChoiceField', () => {
  it('offers all options under one name, none chosen', async () => {
    const { componentInstance: field } = await show(ChoiceField, {
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
