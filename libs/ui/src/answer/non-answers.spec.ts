import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { NonAnswers } from './non-answers';

describe('NonAnswers', () => {
  it('gives each with one press, and takes it back with another', async () => {
    const { componentInstance: field } = await renderComponent(NonAnswers, {
      label: 'Lieu',
      fieldId: 'place',
    });
    const button = screen.getByRole('button', { name: 'Refuse' });
    await userEvent.click(button);
    expect([field.value(), button.getAttribute('aria-pressed')]).toEqual(['refused', 'true']);
    await userEvent.click(button);
    expect([field.value(), button.getAttribute('aria-pressed')]).toEqual([null, 'false']);
  });

  it('says which field it belongs to', async () => {
    await renderComponent(NonAnswers, { label: 'Lieu', fieldId: 'place' });
    expect(screen.getByRole('group', { name: /Lieu$/ })).toBeTruthy();
  });
});
