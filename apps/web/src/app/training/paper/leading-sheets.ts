import { Component, computed, inject, input } from '@angular/core';
import type { ReadingGrounds } from '@repere/training';
import { Language } from '@repere/ui';
import { showPaper } from './show-paper';

/** A scenario on paper for whoever leads: the course with its hours, what is looked for and on what ground, the answers. */
@Component({
  selector: 'app-leading-sheets',
  templateUrl: './leading-sheets.html',
  styleUrl: './paper-sheets.scss',
  host: { class: 'rp-instead-of-paper' },
})
export class LeadingSheets {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly grounds = input.required<ReadingGrounds>();

  protected readonly paper = computed(() => showPaper(this.grounds(), this.language));
  protected readonly objectives = computed(() =>
    this.grounds().scenario.objectives.map((it) => this.language.localize(it)),
  );
  protected readonly debrief = computed(() =>
    (this.grounds().scenario.debrief ?? []).map(({ says, basis = [] }) => ({
      says: this.language.localize(says),
      basis: basis.length > 0 ? this.t('training.grounds', { codes: basis.join(' · ') }) : '',
    })),
  );
}
