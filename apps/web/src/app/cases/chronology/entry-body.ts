import { Component, computed, inject, input } from '@angular/core';
import type { TimelineEntry } from '@repere/contract';
import type { EntryWords } from '@repere/cases';
import { roleWords } from '@repere/protocol';
import { Language } from '@repere/ui';
import { EntryTime } from './entry-time';

/** `null`: whose name it is, said where people are. */
const TITLES: Readonly<Record<EntryWords, string | null>> = {
  reasons: 'reasons',
  bestInterests: 'best-interests',
  childView: 'child-view',
  evidence: 'evidence',
  note: 'note',
  by: null,
  enteredBy: null,
};

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
  protected readonly localize = this.language.localize;

  readonly entry = input.required<TimelineEntry>();
  /** On paper: whole dates. */
  readonly isExact = input(false);
  /** When and by whom; not where that stands above. */
  readonly isTimed = input(true);
  /** What is said in the place of what is not shown: on paper there is nobody to ask. */
  protected readonly notShown = computed(() =>
    this.t(this.isExact() ? 'case.document.left-out' : 'case.redacted'),
  );

  protected readonly values = computed(() =>
    this.entry().values.map((value) => ({
      ...value,
      words: value.redacted ? this.notShown() : this.localize(value.shown),
    })),
  );

  /** Words that there are and that this reader may not see, by the end of their title's key. */
  protected readonly redacted = computed(() =>
    (this.entry().redactedWords ?? []).flatMap((name) => TITLES[name] ?? []),
  );
  protected by(name: string | undefined): string {
    return name || this.t('case.name-redacted');
  }

  protected readonly people = computed(() => {
    const { participants, redactedWords } = this.entry();
    const unnamed = redactedWords?.includes('by') ? this.t('case.name-redacted') : undefined;
    return (
      participants
        // A bare role of one person is the writer's own.
        .filter(({ name }, _place, all) => (name ?? unnamed) || all.length > 1)
        .map(({ role, name }) => [this.localize(roleWords(role)), name ?? unnamed].filter(Boolean).join(' '))
        .join(', ')
    );
  });
  protected readonly view = computed(() => {
    const view = this.entry().childView;
    if (!view) return null;
    return 'said' in view
      ? this.t('case.entry.said', { words: view.said })
      : this.t('case.entry.why-not', { why: view.whyNot });
  });
}
