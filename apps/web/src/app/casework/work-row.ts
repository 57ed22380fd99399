import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WorkItem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { originInLists, OriginTag } from '@repere/ui/origin';
import { shownName } from '../cases/shown-name';
import { workPath } from './day/work-path';

/** One thing to do: what, for whom, by when, and where that deadline comes from. */
@Component({
  selector: 'app-work-row',
  imports: [DeadlineLabel, Icon, OriginTag, RouterLink],
  templateUrl: './work-row.html',
  styleUrl: './work-row.scss',
})
export class WorkRow {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly item = input.required<WorkItem>();
  /** The child stands above it. */
  readonly isOfChild = input(false);

  protected readonly name = computed(() => shownName(this.item().calledName, this.t('worklist.hidden-name')));
  protected readonly origin = computed(() => originInLists(this.item().origin));
  protected readonly path = computed(() => workPath(this.item()));
}
