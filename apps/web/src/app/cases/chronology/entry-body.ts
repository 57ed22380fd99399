import { Component, computed, inject, input } from '@angular/core';
import type { TimelineEntry } from '@repere/cases';
import type { FieldClass } from '@repere/protocol-engine';
import { roleWords } from '@repere/protocol-engine/reading';
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
  /** On paper: whole dates. */
  readonly isExact = input(false);
  /** Classes of answers that this view leaves out, and says so. */
  readonly leftOut = input<readonly FieldClass[]>([]);

  protected readonly values = computed(() =>
    this.entry().values.map((value) => ({
      ...value,
      words: value.withheld
        ? this.t('case.withheld')
        : value.fieldClass && this.leftOut().includes(value.fieldClass)
          ? this.t('case.document.left-out')
          : this.say(value.shown),
    })),
  );

  protected readonly people = computed(() =>
    this.entry()
      // A bare role of one person is the writer's own.
      .participants.filter(({ name }, _place, all) => name || all.length > 1)
      .map(({ role, name }) => [this.say(roleWords(role)), name].filter(Boolean).join(' '))
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
