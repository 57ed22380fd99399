import { Component, computed, inject, input } from '@angular/core';
import type { StepState } from '@repere/protocol';
import { statusDetail, type StatusDetail, stepStatus, type StepStatus } from '@repere/case-engine';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-shapes';
import { Language } from '../language/language';

const ICONS: Readonly<Record<StepStatus, IconName>> = {
  'to-do': 'todo',
  started: 'started',
  done: 'done',
  'not-yet': 'lock',
  'not-applicable': 'none',
};

/** One of five words; the word first, then the icon, colour last. *Done* is quiet so that open work stands out. */
@Component({
  selector: 'rp-status-word',
  imports: [Icon],
  template: `
    <span class="word">{{ word() }}</span>
    @if (more(); as more) {
      &ngsp;<span class="more">({{ more }})</span>
    }
    <rp-icon [name]="icon()" />
  `,
  styleUrl: './status-word.scss',
  host: { '[attr.data-status]': 'status()' },
})
export class StatusWord {
  private readonly language = inject(Language);

  readonly state = input.required<StepState>();
  /** The child, whom it needs, is not there. */
  readonly isSuspended = input(false);
  /** It was done, and is due again. */
  readonly isDueAgain = input(false);
  /** This reader has begun to fill it in. */
  readonly hasDraft = input(false);

  protected readonly status = computed(() =>
    this.isSuspended() ? 'not-yet' : stepStatus(this.state(), this.hasDraft()),
  );
  protected readonly word = computed(() => this.language.t(`ui.status.${this.status()}`));
  protected readonly icon = computed(() => ICONS[this.status()]);
  /** What the word alone doesn't tell: suspended, due again, to be approved, to be confirmed, waived. */
  protected readonly more = computed(() => {
    const detail = this.detail();
    return detail && this.language.t(`ui.status-more.${detail}`);
  });

  private detail(): StatusDetail | null {
    if (this.isSuspended()) return 'suspended';
    return this.isDueAgain() ? 'due-again' : statusDetail(this.state());
  }
}
