import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { TextField } from './text-field';

const base = { label: 'Prénom', fieldId: 'given' };

describe('TextField', () => {
  it('is found by its label and keeps every letter', async () => {
    const { componentInstance: field } = await renderComponent(TextField, base);
    await userEvent.type(screen.getByLabelText('Prénom'), 'Inès');
    expect(field.value()).toBe('Inès');
  });

  it('is described by its hint and its mistake', async () => {
    await renderComponent(TextField, { ...base, hint: 'Comme on appelle l’enfant', problem: 'Trop long' });
    const input = screen.getByRole('textbox', { name: 'Prénom' });
    expect(input.getAttribute('aria-describedby')).toBe('given-hint given-problem');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('is a box when it has several rows', async () => {
    await renderComponent(TextField, { ...base, rows: 3 });
    expect(screen.getByLabelText('Prénom').tagName).toBe('TEXTAREA');
  });
});
