import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { show } from '../testing/show';
import { ChecklistField } from './checklist-field';

const items = [
  { id: 'runaway', label: 'Fugues' },
  { id: 'street', label: 'Vit à la rue' },
  { id: 'debt', label: 'Dette' },
];
const checklist = () => show(ChecklistField, { label: 'Signes', fieldId: 'signs', items });
const line = (name: string) => within(screen.getByRole('group', { name }));

describe('ChecklistField', () => {
  it('has a line an item, none answered', async () => {
    const { nativeElement } = await checklist();
    expect(nativeElement.textContent).toContain('0 sur 3 répondus');
    expect(
      line('Fugues')
        .getAllByRole<HTMLInputElement>('radio')
        .some((radio) => radio.checked),
    ).toBe(false);
  });

  it('answers with one key a line', async () => {
    const { componentInstance: field } = await checklist();
    line('Fugues').getByRole('radio', { name: 'Oui' }).focus();
    await userEvent.keyboard('osr');
    expect(Object.fromEntries(Object.entries(field.value()).map(([id, { answer }]) => [id, answer]))).toEqual(
      {
        runaway: 'yes',
        street: 'unknown',
        debt: 'refused',
      },
    );
  });

  it('goes from line to line with the arrows, answering nothing', async () => {
    const { componentInstance: field } = await checklist();
    line('Fugues').getByRole('radio', { name: 'Oui' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(line('Vit à la rue').getByRole('radio', { name: 'Oui' }));
    expect(field.value()).toEqual({});
  });

  it('answers the rest with “not asked”, and leaves what was answered', async () => {
    const { componentInstance: field } = await checklist();
    await userEvent.click(line('Dette').getByRole('radio', { name: 'Non' }));
    await userEvent.click(screen.getByRole('button', { name: /^Le reste/ }));
    expect(field.value()['debt']?.answer).toBe('no');
    expect(field.value()['runaway']?.answer).toBe('not-asked');
    expect(screen.queryByRole('button', { name: /^Le reste/ })).toBeNull();
  });

  it('takes words beside an answer', async () => {
    const { componentInstance: field } = await checklist();
    await userEvent.click(screen.getByRole('button', { name: /^Préciser.*Dette/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Préciser.*Dette/ }), '200 euros, o');
    expect(field.value()['debt']).toEqual({ answer: null, note: '200 euros, o' });
  });
});
