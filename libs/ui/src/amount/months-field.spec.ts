import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { DurationField } from './duration-field';
import { MonthsField } from './months-field';
import { NumberField } from './number-field';

describe('fields for amounts', () => {
  it('take an age in years and months, and say what was understood', async () => {
    const { componentInstance: field, nativeElement } = await renderComponent(MonthsField, {
      label: 'Âge déclaré',
      fieldId: 'age',
    });
    const group = within(screen.getByRole('group', { name: 'Âge déclaré' }));
    await userEvent.type(group.getByLabelText('ans'), '16');
    await userEvent.type(group.getByLabelText('mois'), '4');
    expect(field.value()).toEqual({ years: '16', months: '4' });
    expect(nativeElement.querySelector('.understood').textContent.replace(/\s/g, ' ')).toBe(
      'Compris : 16 ans et 4 mois',
    );
  });

  it('describe a number by its unit and its mistake', async () => {
    await renderComponent(NumberField, {
      label: 'Heure',
      fieldId: 'hour',
      unit: 'heure',
      problem: 'Un nombre',
    });
    const input = screen.getByRole('textbox', { name: 'Heure' });
    expect(input.getAttribute('aria-describedby')).toBe('hour-problem hour-unit');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('take a duration in one unit', async () => {
    const { componentInstance: field } = await renderComponent(DurationField, {
      label: 'Durée',
      fieldId: 'length',
    });
    await userEvent.type(screen.getByRole('textbox', { name: 'Combien' }), '45');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Unité' }), 'minutes');
    expect(field.value()).toEqual({ amount: '45', unit: 'minutes' });
  });
});
