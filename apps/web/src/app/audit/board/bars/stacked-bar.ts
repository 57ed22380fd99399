import { Component, computed, input } from '@angular/core';

/** So much of a bar, in its shade. */
export interface ShadedPart {
  readonly shade: string;
  readonly amount: number;
}

/** Amounts one after the other, each in a shade of its own; `most` is the whole width. A picture of figures that stand beside it. */
@Component({
  selector: 'app-stacked-bar',
  template: `
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      @for (part of drawn(); track part.shade) {
        <rect [attr.class]="part.shade" [attr.x]="part.from" y="0.5" [attr.width]="part.width" height="5" />
      }
    </svg>
  `,
  styleUrl: './stacked-bar.scss',
})
export class StackedBar {
  readonly parts = input.required<readonly ShadedPart[]>();
  readonly most = input.required<number>();

  protected readonly drawn = computed(() => {
    const ofMost = (amount: number): number => (amount / this.most()) * 100;
    let before = 0;
    return this.parts().flatMap(({ shade, amount }) => {
      if (amount <= 0) return [];
      const from = ofMost(before);
      before += amount;
      return { shade, from, width: ofMost(amount) };
    });
  });
}
