import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { CasePrivacy, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { ErasureCard } from '../erasures/erasure-card';
import { HoldWords } from '../hold-words';
import { PrivacyClient } from '../privacy-client';
import { RequestForm } from '../requests/request-form';
import { formatDate } from '../format-date';
import { EraseForm } from './erase-form';
import { HoldForm } from './hold-form';
import { LiftForm } from './lift-form';
import { SharingForm } from './sharing-form';
import { SharingLine } from './sharing-line';
import { PRIVACY_PAGES } from '../pages';

/** What was told of a case to whom; whether it is held; whether it may be erased. */
@Component({
  selector: 'app-case-privacy-page',
  imports: [
    CaseCrumb,
    ErasureCard,
    EraseForm,
    HoldForm,
    HoldWords,
    LiftForm,
    PageHeading,
    ProblemLine,
    RequestForm,
    SharingForm,
    SharingLine,
  ],
  templateUrl: './case-privacy-page.html',
})
export class CasePrivacyPage {
  private readonly client = inject(PrivacyClient);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly privacy = signal<CasePrivacy | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** The line that the next one corrects. */
  protected readonly corrects = signal<string | null>(null);
  protected readonly isErased = signal(false);
  protected readonly closedOn = computed(() =>
    formatDate(this.privacy()?.closedOn ?? null, this.language.current()),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadPrivacy());
    });
    effect(() => {
      const privacy = this.privacy();
      if (privacy) this.title.name(PRIVACY_PAGES.case.title, privacy.reference);
    });
  }

  protected async loadPrivacy(news = ''): Promise<void> {
    const answer = await this.client.ofCase(this.caseFileId());
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.privacy.set(answer.value);
    this.corrects.set(null);
    if (news) this.news.set(this.t(news));
  }

  protected async showSettled(isGone: boolean): Promise<void> {
    if (!isGone) return this.loadPrivacy('privacy.news.kept');
    this.isErased.set(true);
    this.news.set(this.t('privacy.news.erased'));
  }
}
