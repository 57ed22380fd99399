import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LetterSummary, Letters, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { addressOf } from '../platform/address-of';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { letterPath, referralsPath } from '../cases/case-paths';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { LettersClient } from './letters-client';
import { LETTER_PAGES } from './pages';

/** Letters of a case with what became of each, and which can be written. */
@Component({
  selector: 'app-letters-page',
  imports: [CaseCrumb, PageHeading, ProblemLine, RouterLink],
  templateUrl: './letters-page.html',
  styleUrl: './letters-page.scss',
})
export class LettersPage {
  private readonly client = inject(LettersClient);
  private readonly title = inject(PageTitle);
  protected readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly page = signal<Letters | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly rows = computed(() =>
    (this.page()?.letters ?? []).map((letter) => ({
      letter,
      path: addressOf(LETTER_PAGES.letter.path, { caseFileId: this.caseFileId(), letterId: letter.id }),
      state: this.stateOf(letter),
    })),
  );
  protected readonly kinds = computed(() =>
    (this.page()?.kinds ?? []).map((kind) => ({ kind, path: letterPath(this.caseFileId(), kind.id) })),
  );

  protected readonly referrals = computed(() => referralsPath(this.caseFileId()));

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadLetters());
    });
  }

  protected async loadLetters(): Promise<void> {
    const answer = await this.client.listLetters(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(LETTER_PAGES.list.title, answer.value.reference);
  }

  private stateOf({ sending, at }: LetterSummary): string {
    return sending
      ? this.t(`letters.sent.${sending.how}`, { moment: this.time.moment(sending.sentAt) })
      : this.t('letters.not-sent', { moment: this.time.moment(at) });
  }
}
