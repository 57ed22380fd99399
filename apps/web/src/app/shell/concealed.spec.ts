import { Component, signal } from '@angular/core';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { openPage, prepare } from '../../testing/open-page';
import { Concealed } from './concealed';

@Component({
  imports: [Concealed],
  template: `
    <div [appConcealed]="isOut()">
      <input aria-label="Nom" />
      @if (isLate()) {
        <p>arrivé entre-temps</p>
      }
    </div>
  `,
})
class Page {
  readonly isOut = signal(false);
  readonly isLate = signal(false);
}

describe('Concealed', () => {
  beforeEach(() => {
    window.scrollTo = () => undefined;
  });

  it('empties the DOM, and puts back what was typed and the focus', async () => {
    await prepare();
    const fixture = await openPage(Page);
    await userEvent.type(screen.getByLabelText('Nom'), 'Inès');
    fixture.componentInstance.isOut.set(true);
    await fixture.whenStable();
    expect(screen.queryByLabelText('Nom')).toBeNull();
    fixture.componentInstance.isLate.set(true);
    await fixture.whenStable();
    expect(screen.queryByText('arrivé entre-temps')).toBeNull();
    fixture.componentInstance.isOut.set(false);
    await fixture.whenStable();
    const field = screen.getByLabelText<HTMLInputElement>('Nom');
    expect(field.value).toBe('Inès');
    expect(document.activeElement).toBe(field);
    expect(screen.getByText('arrivé entre-temps')).toBeTruthy();
  });
});
