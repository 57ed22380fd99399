import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, ReferenceLine } from '@repere/contract';
import { CONFIDENCE_WORDS } from '@repere/protocol';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { goToFragment } from '../text/go-to-fragment';
import { ProtocolsClient } from '../protocols-client';
import { formatIsoDay } from '../format-iso-day';
import { AnswerLink } from './answer-link';

/** Each fact of law and practice: how surely it is known, since when it holds, what it will be called, what stands on it. */
@Component({
  selector: 'app-references-page',
  imports: [AnswerLink, Icon, PageHeading, ProblemLine, RouterLink],
  templateUrl: './references-page.html',
  styleUrl: './trace-list.scss',
})
export class ReferencesPage {
  private readonly client = inject(ProtocolsClient);
  private readonly language = inject(Language);
  private readonly goTo = goToFragment();
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly references = signal<readonly ReferenceLine[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    (this.references() ?? []).map((line) => ({
      ...line,
      isUnverified: line.confidence === 'U' || line.confidence === null,
      confidence: this.localize(CONFIDENCE_WORDS[line.confidence ?? 'U']),
      inForceWords: line.inForce === null ? '' : this.t('protocols.since', { day: this.day(line.inForce) }),
      renumbered: line.aliases.map(({ was, is, from }) =>
        this.t('protocols.renumbered', { was, is, day: this.day(from) }),
      ),
      citedWords: this.language.count('protocols.references.cited', line.citedBy.length),
    })),
  );
  protected readonly tally = computed(() => {
    const lines = this.references();
    if (!lines) return '';
    const official = lines.filter(({ confidence }) => confidence === 'A').length;
    const unverified = lines.filter(({ confidence }) => confidence === 'U').length;
    return this.t('protocols.references.tally', { all: lines.length, official, unverified });
  });

  constructor() {
    void this.loadReferences();
  }

  protected async loadReferences(): Promise<void> {
    const answer = await this.client.references();
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.references.set(answer.value);
    this.goTo();
  }

  private day(iso: string): string {
    return formatIsoDay(iso, this.language.current());
  }
}
