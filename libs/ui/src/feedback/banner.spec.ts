import { Component } from '@angular/core';
import { screen } from '@testing-library/dom';
import { EmptyState } from './empty-state';
import { renderComponent } from '../testing/render-component';
import { Banner } from './banner';

@Component({
  imports: [Banner, EmptyState],
  template: `
    <rp-banner kind="training">FICTIF</rp-banner>
    <rp-empty-state title="Rien en retard.">Prochaine échéance demain.</rp-empty-state>
  `,
})
class Both {}

describe('Banner and EmptyState', () => {
  it('show what they are given', async () => {
    await renderComponent(Both);
    expect(screen.getByText('FICTIF').closest('rp-banner')?.getAttribute('data-kind')).toBe('training');
    expect(screen.getByText('Rien en retard.')).toBeTruthy();
    expect(screen.getByText('Prochaine échéance demain.')).toBeTruthy();
  });
});
