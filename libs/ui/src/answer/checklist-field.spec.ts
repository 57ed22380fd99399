import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { ChecklistField, type TypedChecklist } from './checklist-field';

const items = [
  { id: 'runaway', label: 'Fugues' },
  { id: 'street', label: 'Vit à la rue' },
  { id: 'debt', label: 'Dette' },
];
const checklist = (inputs: Partial<{ known: TypedChecklist; value: TypedChecklist }> = {}) =>
  renderComponent(ChecklistField, { label: 'Signes', fieldId: 'signs', items, isOfSigns: true, ...inputs });
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const answersIn = (field: ChecklistField) =>
  Object.fromEntries(Object.entries(field.value()).map(([id, { answer }]) => [id, answer]));
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ');

/** Shows the way to the other answers of each line. */
const otherwise = () => userEvent.click(screen.getByRole('button', { name: 'Répondre autrement' }));

describe('ChecklistField', () => {
  it('has one tick an item, and says how many are ticked', async () => {
    const { nativeElement, componentInstance: field } = await checklist();
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(plain(nativeElement.textContent)).not.toContain('Vu ou dit');
    await userEvent.click(tick('Fugues'));
    expect(plain(nativeElement.textContent)).toContain('Vu ou dit : 1 sur 3');
    expect(answersIn(field)).toEqual({ runaway: 'yes' });
    await userEvent.click(tick('Fugues'));
    expect(answersIn(field)).toEqual({ runaway: null });
  });

  it('has the other answers behind it, in words once given', async () => {
    const { componentInstance: field } = await checklist();
    await otherwise();
    const other = screen.getByRole('button', { name: /^Autre réponse.*Dette/ });
    await userEvent.click(other);
    await userEvent.click(screen.getByRole('radio', { name: 'Refuse' }));
    expect(answersIn(field)).toEqual({ debt: 'refused' });
    await userEvent.click(other);
    expect(other.textContent).toContain('Refuse');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('shows what was answered earlier, and never makes nothing of it', async () => {
    const known = { runaway: { answer: 'yes', note: '' }, street: { answer: 'no', note: '' } } as const;
    const { componentInstance: field } = await checklist({ known, value: known });
    expect(tick('Fugues').checked).toBe(true);
    expect(screen.getByRole('button', { name: /^Autre réponse.*rue/ }).textContent).toContain('Non');
    await userEvent.click(tick('Fugues'));
    expect(answersIn(field)).toEqual({ runaway: 'unknown', street: 'no' });
    expect(screen.getByRole('radio', { name: 'Ne sait pas', checked: true })).toBeTruthy();
  });

  it('answers with one key a line', async () => {
    const { componentInstance: field } = await checklist();
    tick('Fugues').focus();
    await userEvent.keyboard('osr');
    expect(answersIn(field)).toEqual({ runaway: 'yes', street: 'unknown', debt: 'refused' });
  });

  it('goes from line to line with the arrows, answering nothing', async () => {
    const { componentInstance: field } = await checklist();
    tick('Fugues').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(tick('Vit à la rue'));
    expect(field.value()).toEqual({});
  });

  it('takes words beside an answer, whose letters answer nothing', async () => {
    const { componentInstance: field } = await checklist();
    await otherwise();
    await userEvent.click(screen.getByRole('button', { name: /^Autre réponse.*Dette/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Préciser.*Dette/ }), '200 euros, o');
    expect(field.value()['debt']).toEqual({ answer: null, note: '200 euros, o' });
  });
});
