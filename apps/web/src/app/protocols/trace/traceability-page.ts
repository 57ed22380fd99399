import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, TraceLine } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { goToFragment } from '../text/go-to-fragment';
import { ProtocolsClient } from '../protocols-client';
import { AnswerLink } from './answer-link';
import { readTraceFilter, TRACE_FILTERS, traced } from './trace-filter';

/** What answers each item of the report, and what nothing answers yet. */
@Component({
  selector: 'app-traceability-page',
  imports: [AnswerLink, Icon, PageHeading, ProblemLine, RouterLink],
  templateUrl: './traceability-page.html',
  styleUrl: './trace-list.scss',
})
export class TraceabilityPage {
  private readonly client = inject(ProtocolsClient);
  private readonly goTo = goToFragment();
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly voir = input<string>();

  protected readonly lines = signal<readonly TraceLine[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly filter = computed(() => readTraceFilter(this.voir()));
  protected readonly shown = computed(() => traced(this.lines() ?? [], this.filter()));
  protected readonly choices = computed(() =>
    TRACE_FILTERS.map(({ of, asked }) => ({
      of,
      params: asked === null ? {} : { voir: asked },
      n: traced(this.lines() ?? [], of).length,
    })),
  );
  protected readonly tally = computed(() => {
    const lines = this.lines();
    if (!lines) return '';
    const answered = lines.filter(({ answers }) => answers.length > 0);
    return this.t('protocols.trace.tally', {
      all: lines.length,
      answered: answered.length,
      wholly: answered.filter(({ notYet }) => notYet === null).length,
    });
  });

  constructor() {
    void this.loadTrace();
  }

  protected async loadTrace(): Promise<void> {
    const answer = await this.client.traceability();
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.lines.set(answer.value);
    this.goTo();
  }
}
