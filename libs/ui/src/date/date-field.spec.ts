import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { DateField } from './date-field';

const shown = (inputs: Record<string, unknown> = {}) =>
  renderComponent(DateField, { label: 'Date de naissance', fieldId: 'birth', ...inputs });

describe('DateField', () => {
  it('keeps the focus where it is while one types, and says what was understood', async () => {
    const fixture = await shown();
    const day = screen.getByRole('textbox', { name: 'Jour' });
    await userEvent.type(day, '12');
    expect(document.activeElement).toBe(day);
    await userEvent.type(screen.getByRole('textbox', { name: 'Mois' }), '5');
    await userEvent.type(screen.getByRole('textbox', { name: 'Année' }), '2009');
    await fixture.whenStable();
    expect(screen.getByText('Compris : 12 mai 2009')).toBeTruthy();
    expect(fixture.componentInstance.value()).toEqual({
      day: '12',
      month: '5',
      year: '2009',
      precision: 'exact',
    });
  });

  it('asks no day when only the month is known', async () => {
    const fixture = await shown();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Précision' }), 'month');
    await fixture.whenStable();
    expect(screen.queryByRole('textbox', { name: 'Jour' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Mois' }).id).toBe('birth');
  });

  it('ties the mistake to the group', async () => {
    await shown({ problem: 'Ce jour n’existe pas dans ce mois' });
    const group = screen.getByRole('group', { name: 'Date de naissance' });
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Ce jour n’existe pas dans ce mois',
    );
  });
});
