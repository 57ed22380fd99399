import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { SaveLine } from '@repere/ui/feedback';
import { PageHeading } from '../../../platform/pages/page-heading';
import { ProblemLine } from '../../../platform/problem-line';
import { DraftAutosave } from '../drafts/draft-autosave';
import { entryLines, unanswered } from './entry-lines';
import { StepSession } from '../step-session';

/** An effect of more letters stands above the button only. */
const LONGEST = 60;

/** Is it right before it counts? What is said, what it will do, and a button that says so. */
@Component({
  selector: 'app-verify-view',
  imports: [Icon, MatButton, PageHeading, ProblemLine, RouterLink, SaveLine],
  templateUrl: './verify-view.html',
  styleUrl: './verify-view.scss',
})
export class VerifyView {
  private readonly router = inject(Router);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly autosave = inject(DraftAutosave);

  protected readonly page = computed(() => this.session.page());
  protected readonly lines = computed(() => {
    const page = this.page();
    return page ? entryLines(page, this.session.typed(), this.session.relevance(), this.language) : [];
  });
  protected readonly empty = computed(() => {
    const page = this.page();
    return page ? unanswered(page, this.session.typed(), this.session.relevance(), this.language) : [];
  });
  protected readonly effects = computed(() => this.session.check()?.effects ?? []);
  /** What pressing it does, in its own words where there is one effect. */
  protected readonly act = computed(() => {
    const [first, ...more] = this.effects();
    if (!first) return this.t('step.verify.record');
    const effect = lowered(this.localize(first));
    return more.length || effect.length > LONGEST
      ? this.language.count('step.verify.record-all', more.length + 1)
      : this.t('step.verify.record-one', { effect });
  });

  protected async recordStep(): Promise<void> {
    const outcome = await this.session.complete();
    if (outcome === 'done')
      await this.router.navigate([], { queryParams: { vue: 'fait' }, replaceUrl: true });
    if (outcome === 'refused') await this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1).replace(/\.$/, '');
