import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile, TimelineEntry } from '@repere/contract';
import type { RunView } from '@repere/case-engine';
import { ORIGIN_WORDS } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel, StatusWord } from '@repere/ui/status';
import { EntryBody } from '../../chronology/entry-body';

/** One protocol on paper: its outcome, then each step with its status, its date and every entry. */
@Component({
  selector: 'app-document-run',
  imports: [DeadlineLabel, EntryBody, StatusWord],
  templateUrl: './document-run.html',
  styleUrl: './document-run.scss',
})
export class DocumentRun {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly ORIGIN_WORDS = ORIGIN_WORDS;

  readonly caseFile = input.required<CaseFile>();
  readonly run = input.required<RunView>();
  /** Of the whole case, newest first. */
  readonly entries = input.required<readonly TimelineEntry[]>();

  protected readonly about = computed(() =>
    this.t('case.document.run', {
      version: this.run().version,
      day: this.time.day(this.run().openedAt),
    }),
  );
  protected readonly steps = computed(() => {
    const { runId, steps } = this.run();
    const oldestFirst = [...this.entries()].reverse();
    return steps.map((step) => ({
      step,
      why: this.caseFile().explanations[`${runId}/${step.id}`]?.summary ?? null,
      entries: oldestFirst.filter((entry) => entry.runId === runId && entry.step === step.id),
    }));
  });
}
