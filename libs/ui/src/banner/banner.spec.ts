import { Component } from '@angular/core';
import { screen } from '@testing-library/dom';
import { EmptyState } from '../empty/empty-state';
import { show } from '../testing/show';
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
    await show(Both);
    expect(screen.getByText('FICTIF').closest('rp-banner')?.getAttribute('data-kind')).toBe('training');
    expect(screen.getByText('Rien en retard.')).toBeTruthy();
    expect(screen.getByText('Prochaine échéance demain.')).toBeTruthy();
  });
});
