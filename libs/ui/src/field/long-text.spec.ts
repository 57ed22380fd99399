import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { CodesField } from '../choice/codes-field';
import { LongText } from './long-text';
import { SelectField } from '../choice/select-field';

const options = [
  { code: 'a', label: 'Rue' },
  { code: 'b', label: 'Hôtel' },
  { code: 'c', label: 'En ligne' },
];

describe('LongText', () => {
  it('counts near its limit only, and never truncates', async () => {
    const { componentInstance: field, nativeElement } = await renderComponent(LongText, {
      label: 'Note',
      fieldId: 'note',
      maxLength: 10,
    });
    const count = () => nativeElement.querySelector('.count').textContent;
    const box = screen.getByRole('textbox', { name: 'Note' });
    await userEvent.type(box, 'sept si');
    expect(count()).toBe('');
    await userEvent.type(box, 'x');
    expect(count()).toBe('Encore 2 signes possibles');
    await userEvent.type(box, 'yzzz');
    expect(count()).toBe('2 signes de trop');
    expect(field.value()).toBe('sept sixyzzz');
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('CodesField', () => {
  it('keeps the order of the options', async () => {
    const { componentInstance: field } = await renderComponent(CodesField, {
      label: 'Où',
      fieldId: 'where',
      options,
    });
    await userEvent.click(screen.getByRole('checkbox', { name: 'En ligne' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Rue' }));
    expect(field.value()).toEqual(['a', 'c']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Rue' }));
    expect(field.value()).toEqual(['c']);
  });
});

describe('SelectField', () => {
  it('chooses, and goes back to nothing', async () => {
    const { componentInstance: field } = await renderComponent(SelectField, {
      label: 'Où',
      fieldId: 'where',
      options,
    });
    const list = screen.getByRole('combobox', { name: 'Où' });
    await userEvent.selectOptions(list, 'Hôtel');
    expect(field.value()).toBe('b');
    await userEvent.selectOptions(list, 'Choisir…');
    expect(field.value()).toBeNull();
  });
});
