import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isRedacted } from '@repere/cases';
import type { Letter, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { letterPath, stepPath } from '../cases/case-paths';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { LettersClient } from './letters-client';
import { LETTER_PAGES } from './pages';
import { SendLetterForm } from './send-letter-form';

/** A letter as its words were settled: its file, that it was sent, and what is left to do. */
@Component({
  selector: 'app-letter-page',
  imports: [CaseCrumb, MatButton, NgTemplateOutlet, PageHeading, ProblemLine, RouterLink, SendLetterForm],
  templateUrl: './letter-page.html',
  styleUrl: './write-letter-page.scss',
})
export class LetterPage {
  private readonly client = inject(LettersClient);
  private readonly title = inject(PageTitle);
  protected readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly letterId = input.required<string>();

  protected readonly letter = signal<Letter | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly content = computed(() => {
    const content = this.letter()?.content;
    return content === undefined || isRedacted(content) ? null : content;
  });
  protected readonly sent = computed(() => {
    const content = this.letter()?.sending?.content;
    return content === undefined || isRedacted(content) ? null : content;
  });
  /** Opened to be read: who has just settled or sent it has read it a page before. */
  protected readonly isRead = computed(() => !this.letter()?.maySend && this.news() === '');
  protected readonly file = computed(() => this.client.fileOf(this.caseFileId(), this.letterId()));
  protected readonly step = computed(() => {
    const step = this.letter()?.step;
    return step ? stepPath(this.caseFileId(), step.runId, step.step) : null;
  });
  /** Another letter, of the same kind and for the same step: it corrects what was sent, once, or takes up what was not. */
  protected readonly another = computed(() => {
    const letter = this.letter();
    return letter?.correctedBy === null && letterPath(this.caseFileId(), letter.template);
  });
  protected readonly taking = computed(() => {
    const letter = this.letter();
    return {
      [letter?.sending ? 'corrige' : 'reprend']: this.letterId(),
      ...(letter?.referralId && { orientation: letter.referralId }),
      ...(letter?.step && { etape: `${letter.step.runId}/${letter.step.step}` }),
    };
  });
  protected readonly leftOut = computed(() =>
    (this.content()?.leftOut ?? [])
      .map(({ count, title }) => `${this.localize(title)} (${String(count)})`)
      .join(', '),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      this.letterId();
      untracked(() => void this.loadLetter());
    });
  }

  protected async loadLetter(news = ''): Promise<void> {
    const answer = await this.client.readLetter(this.caseFileId(), this.letterId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.letter.set(answer.value);
    this.title.name(LETTER_PAGES.letter.title, answer.value.reference);
    this.news.set(news);
  }
}
