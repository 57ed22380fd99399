import { Component, computed, input } from '@angular/core';
import type { BoardPerson } from '@repere/contract';

/**
 * How much somebody carries beside the others: cases late by law, other late, the rest. A picture of the figures beside it, which are
 * links and are read out; told apart by shade and outline, not by colour alone.
 */
@Component({
  selector: 'app-load-bar',
  template: `
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      @for (part of parts(); track part.name) {
        <rect [attr.class]="part.name" [attr.x]="part.from" y="0.5" [attr.width]="part.width" height="5" />
      }
    </svg>
  `,
  styleUrl: './load-shades.scss',
})
export class LoadBar {
  readonly person = input.required<BoardPerson>();
  /** Cases of whoever carries most: the whole width. */
  readonly most = input.required<number>();

  protected readonly parts = computed(() => {
    const { lateLegal, late, open } = this.person();
    const ofMost = (cases: number): number => (this.most() > 0 ? (cases / this.most()) * 100 : 0);
    // A case that is late by law is late; one that is late is open.
    const parts = [
      { name: 'legal', from: 0, until: lateLegal },
      { name: 'late', from: lateLegal, until: Math.max(late, lateLegal) },
      { name: 'rest', from: Math.max(late, lateLegal), until: Math.max(open, late, lateLegal) },
    ];
    return parts
      .filter(({ from, until }) => until > from)
      .map(({ name, from, until }) => ({ name, from: ofMost(from), width: ofMost(until - from) }));
  });
}
