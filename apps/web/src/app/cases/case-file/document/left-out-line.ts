import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile, TimelineEntry } from '@repere/contract';
import { FIELD_CLASS_CONTENTS, type FieldClass } from '@repere/access';
import { Language } from '@repere/ui';
import { countLeftOut } from './count-left-out';

/** What a paper does not show: the classes that were left out, and how much that is. It stands on the paper too. */
@Component({
  selector: 'app-left-out-line',
  template: `
    @if (classes(); as classes) {
      <p>{{ classes }}</p>
    }
    @if (counts(); as counts) {
      <p>{{ language.labelled(t('case.document.counts.title'), counts) }}.</p>
    }
  `,
  styles: `
    p {
      margin: 0.15rem 0;
    }
  `,
})
export class LeftOutLine {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  readonly entries = input.required<readonly TimelineEntry[]>();
  readonly leftOut = input.required<readonly FieldClass[]>();

  protected readonly classes = computed(() => {
    const names = this.leftOut().map((it) => this.language.localize(FIELD_CLASS_CONTENTS[it]));
    return names.length > 0 ? this.t('case.document.made-without', { classes: names.join(', ') }) : null;
  });
  protected readonly counts = computed(() =>
    Object.entries(countLeftOut(this.caseFile(), this.entries()))
      .flatMap(([what, count]) =>
        count > 0 ? [this.language.count(`case.document.counts.${what}`, count)] : [],
      )
      .join(', '),
  );
}
