import { Component, computed, input } from '@angular/core';
import type { BoardPerson } from '@repere/contract';
import { type ShadedPart, StackedBar } from './stacked-bar';

/**
 * How much somebody carries beside the others: cases late by law, other late, the rest. A picture of the figures beside it, which are
 * links and are read out; told apart by shade and outline, not by colour alone.
 */
@Component({
  selector: 'app-load-bar',
  imports: [StackedBar],
  template: `<app-stacked-bar [parts]="parts()" [most]="most()" />`,
})
export class LoadBar {
  readonly person = input.required<BoardPerson>();
  /** Cases of whoever carries most: the whole width. */
  readonly most = input.required<number>();

  protected readonly parts = computed((): readonly ShadedPart[] => {
    const { lateLegal, late, open } = this.person();
    // A case that is late by law is late; one that is late is open.
    return [
      { shade: 'legal', amount: lateLegal },
      { shade: 'late', amount: late - lateLegal },
      { shade: 'rest', amount: open - Math.max(late, lateLegal) },
    ];
  });
}
