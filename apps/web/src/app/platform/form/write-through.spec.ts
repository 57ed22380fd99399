import { Component, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { writeThrough } from './write-through';

@Component({
  imports: [FormField],
  template: `
    <select aria-label="Équipe" [formField]="form.team">
      <option value="">Toutes</option>
      @for (team of teams(); track team) {
        <option [value]="team">{{ team }}</option>
      }
    </select>
    <input aria-label="Étape" [formField]="form.step" />
  `,
})
class Filters {
  readonly address = signal({ team: 'b', step: '' });
  readonly teams = signal<readonly string[]>([]);
  readonly written: unknown[] = [];
  readonly form = form(
    writeThrough(
      () => this.address(),
      (typed) => {
        this.written.push(typed);
        // A step belongs to its team.
        this.address.set({ ...typed, step: typed.team === this.address().team ? typed.step : '' });
      },
    ),
  );
}

describe('a form over what lives elsewhere', () => {
  const team = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Équipe' });
  const step = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Étape' });
  let page: Filters;
  beforeEach(async () => {
    await prepare();
    page = (await openPage(Filters)).componentInstance;
    page.teams.set(['a', 'b']);
    await settled();
  });
  afterEach(() => document.body.replaceChildren());

  it('shows what is there, though its choices come later', () => {
    expect(team().value).toBe('b');
    expect(page.written).toEqual([]);
  });

  it('hands on what is typed at once, and shows what became of it', async () => {
    await userEvent.type(step(), 'x');
    expect(page.address()).toEqual({ team: 'b', step: 'x' });
    await userEvent.selectOptions(team(), 'a');
    await settled();
    expect(page.address()).toEqual({ team: 'a', step: '' });
    expect(step().value).toBe('');
  });

  it('follows what changes there', async () => {
    page.address.set({ team: '', step: 'y' });
    await settled();
    expect([team().value, step().value]).toEqual(['', 'y']);
  });
});
