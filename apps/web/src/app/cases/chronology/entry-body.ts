import { Component, computed, inject, input } from '@angular/core';
import type { TimelineEntry } from '@repere/cases';
import { Language } from '@repere/ui';
import { EntryTime } from './entry-time';

/** What an entry says: when, by whom, each answer in words, reasons, best interests, the child's view, what came after. */
@Component({
  selector: 'app-entry-body',
  imports: [EntryTime],
  templateUrl: './entry-body.html',
  styleUrl: './entry-body.scss',
})
export class EntryBody {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly entry = input.required<TimelineEntry>();

  protected readonly people = computed(() =>
    this.entry()
      .participants.map(({ role, name }) => [this.t(`case.role.${role}`), name].filter(Boolean).join(' '))
      .join(', '),
  );
  protected readonly view = computed(() => {
    const view = this.entry().childView;
    if (!view) return null;
    return 'said' in view
      ? this.t('case.entry.said', { words: view.said })
      : this.t('case.entry.why-not', { why: view.whyNot });
  });
}
