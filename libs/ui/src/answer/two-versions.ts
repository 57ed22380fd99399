import { Component, inject, input, model } from '@angular/core';
import { Language } from '../language/language';

export type Chosen = 'mine' | 'theirs' | 'both';

/** One thing that two people wrote differently. */
export interface TwoVersionsRow {
  readonly id: string;
  readonly title: string;
  readonly mine: string;
  readonly theirs: string;
  /** Texts can be kept one after the other. */
  readonly hasBoth: boolean;
}

/** Two versions side by side, field by field; nothing is chosen for the reader. */
@Component({
  selector: 'rp-two-versions',
  templateUrl: './two-versions.html',
  styleUrl: './two-versions.scss',
})
export class TwoVersions {
  protected readonly t = inject(Language).t;

  readonly rows = input.required<readonly TwoVersionsRow[]>();
  /** Words over the other version: who wrote it, when. */
  readonly theirsFrom = input.required<string>();
  readonly value = model<Readonly<Record<string, Chosen>>>({});

  protected chooseVersion(id: string, chosen: Chosen): void {
    this.value.update((before) => ({ ...before, [id]: chosen }));
  }

  protected choices(row: TwoVersionsRow): readonly Chosen[] {
    return row.hasBoth ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  }
}
