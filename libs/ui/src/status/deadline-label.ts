import { Component, computed, inject, input } from '@angular/core';
import type { DeadlineOwner } from '@repere/protocol';
import { Language } from '../language/language';
import { epoch, SpaceTime } from '../time/space-time';

/** When something is due, in words: `en retard de 4 jours`, `sans délai`, `aujourd'hui 18:00`, `date à renseigner`. */
@Component({
  selector: 'rp-deadline-label',
  template: `
    <span class="words">{{ words() }}</span>
    @if (due(); as due) {
      &ngsp;<time class="exact" [attr.datetime]="due.iso">{{ due.shown }}</time>
    }
  `,
  styleUrl: './deadline-label.scss',
  host: { '[attr.data-late]': 'late() ? "" : null', '[attr.data-soon]': 'soon() ? "" : null' },
})
export class DeadlineLabel {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);

  /** `null`: the fact that starts the period has no date yet. */
  readonly dueAt = input.required<string | number | null>();
  /** When it counts as late, if that isn't at once. */
  readonly lateFrom = input<string | number | null>(null);
  readonly atOnce = input(false);
  /** `outside`: somebody else's time, to be reminded, never a worker's delay. */
  readonly owner = input<DeadlineOwner>('ours');
  readonly zone = input<string>();

  protected readonly late = computed(() => {
    const from = this.lateFrom() ?? this.dueAt();
    return from !== null && epoch(from) < this.time.now();
  });
  protected readonly soon = computed(() => {
    const due = this.dueAt();
    return !this.late() && (this.atOnce() || (due !== null && epoch(due) - this.time.now() < 86_400_000));
  });

  protected readonly words = computed(() => {
    const due = this.dueAt();
    if (due === null) return this.language.t(this.atOnce() ? 'ui.due.at-once' : 'ui.due.no-date');
    if (this.late()) {
      const key = this.owner() === 'outside' ? 'ui.due.remind' : 'ui.due.late';
      return this.language.t(key, { length: this.time.since(due) });
    }
    if (this.atOnce()) return this.language.t('ui.due.at-once');
    const moment = this.time.deadline(due, this.zone());
    return this.owner() === 'outside' ? this.language.t('ui.due.expected', { moment }) : moment;
  });

  /** The date itself, where the words only give a distance. */
  protected readonly due = computed(() => {
    const due = this.dueAt();
    if (due === null || !this.late()) return null;
    return { iso: new Date(epoch(due)).toISOString(), shown: this.time.deadline(due, this.zone()) };
  });
}
