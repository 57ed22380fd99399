import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { CaseSession } from '../case-file/case-session';
import { NoteForm } from '../case-file/note-form';
import { ChronologySection } from './chronology-section';
import { CASE_PAGES } from '../pages';

/** What happened in this case? */
@Component({
  selector: 'app-chronology-page',
  imports: [CaseCrumb, ChronologySection, NoteForm, PageHeading, ProblemLine],
  providers: [CaseSession],
  template: `
    <div class="rp-page">
      @if (caseFile(); as caseFile) {
        <app-case-crumb [caseFileId]="caseFile.id" [reference]="caseFile.reference" [calledName]="name()" />
        <h1 appPageHeading>{{ t('case.chronology.page') }}</h1>
        @if (caseFile.may.write) {
          <app-note-form class="rp-screen-only" [isOpen]="true" />
        }
        <app-chronology-section [caseFileId]="caseFile.id" />
      } @else if (session.problem(); as problem) {
        <h1 appPageHeading>{{ t('case.chronology.page') }}</h1>
        <app-problem-line [problem]="problem" (again)="reload()" />
      } @else {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    .rp-bones {
      block-size: 36rem;
    }
  `,
})
export class ChronologyPage {
  private readonly title = inject(PageTitle);
  protected readonly t = inject(Language).t;
  protected readonly session = inject(CaseSession);

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly caseFile = this.session.caseFile;
  protected readonly name = computed(() => {
    const child = this.caseFile()?.child;
    return !child || 'redacted' in child ? (child ?? '') : child.calledName;
  });

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.session.loadChronology(id));
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name(CASE_PAGES.chronology.title, caseFile.reference);
    });
  }

  protected reload(): void {
    void this.session.loadChronology(this.caseFileId());
  }
}
