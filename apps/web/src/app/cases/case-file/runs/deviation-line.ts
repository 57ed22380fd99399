import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile, TimelineEntry } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { EntryTime } from '../../chronology/entry-time';

/** One deviation as it is shown: `key` its place, `entry` that of the chronology, if it is there. */
export type ShownLine = CaseFile['state']['deviations'][number] & {
  readonly key: number;
  readonly title: CaseFile['state']['runs'][number]['title'] | null;
  readonly path: readonly string[];
  readonly entry: TimelineEntry | null;
};

/** What departed from a protocol: its kind if a child's rights were hurt, what, at which step, when and who, whom it is told. */
@Component({
  selector: 'app-deviation-line',
  imports: [EntryTime, Icon, RouterLink],
  templateUrl: './deviation-line.html',
  styleUrl: './deviation-list.scss',
})
export class DeviationLine {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly line = input.required<ShownLine>();
  /** On paper: whole dates. */
  readonly isExact = input(false);
}
