import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimelineEntry } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { stepPath } from '../case-paths';
import type { ShownKind } from '../case-file/runs/shown-deviations';
import { EntryBody } from './entry-body';
import { EntryTime } from './entry-time';

/** Entries newest first, by day; what people did stands out from what the system did by itself. */
@Component({
  selector: 'app-chronology-list',
  imports: [EntryBody, EntryTime, RouterLink],
  templateUrl: './chronology-list.html',
  styleUrl: './chronology-list.scss',
})
export class ChronologyList {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFileId = input.required<string>();
  readonly entries = input.required<readonly TimelineEntry[]>();
  readonly isExact = input(false);
  /** What was said is folded away. */
  readonly isShort = input(false);
  /** By entry: how it departed from the protocols. */
  readonly marks = input<ReadonlyMap<string, readonly ShownKind[]>>(new Map());

  protected readonly lines = computed(() =>
    this.entries().map((entry) => ({
      entry,
      marks: this.marks().get(entry.entryId) ?? [],
      path: entry.runId && entry.step ? stepPath(this.caseFileId(), entry.runId, entry.step) : null,
      system: this.t('case.entry.system-line', {
        title: this.localize(entry.title),
        when: this.isExact() ? this.time.exactly(entry.recordedAt) : this.time.moment(entry.recordedAt),
      }),
    })),
  );
}
