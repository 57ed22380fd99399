import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { Arrival } from '../../shell/arrival';
import { PageHeading } from '../../shell/page-heading';
import { PageTitle } from '../../shell/page-title';
import { ProblemLine } from '../../shell/problem-line';
import { ChronologySection } from '../chronology/chronology-section';
import { PeopleSection } from '../people/people-section';
import { CaseNews } from './case-news';
import { CaseSession, type KeptCase } from './case-session';
import { DeadlineList } from './deadline-list';
import { DeviationList } from './deviation-list';
import { EngageForm } from './engage-form';
import { IdentityBar } from './identity-bar';
import { LeadForm } from './lead-form';
import { NextStepCard } from './next-step-card';
import { NoteForm } from './note-form';
import { RunRail } from './run-rail';

/** What next, and why? One case on one page. */
@Component({
  selector: 'app-case-page',
  imports: [
    ChronologySection,
    DeadlineList,
    DeviationList,
    EngageForm,
    IdentityBar,
    LeadForm,
    NextStepCard,
    NoteForm,
    PageHeading,
    PeopleSection,
    ProblemLine,
    RouterLink,
    RunRail,
  ],
  providers: [CaseSession],
  templateUrl: './case-page.html',
  styleUrl: './case-page.scss',
})
export class CasePage {
  private readonly title = inject(PageTitle);
  private readonly arrival = inject(Arrival);
  private readonly told = inject(CaseNews);
  private readonly url = inject(Router).url;
  protected readonly t = inject(Language).t;
  protected readonly session = inject(CaseSession);

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly etapes = input<string>();

  /** What was just done on a sub-page: said once its case is there. */
  protected readonly news = signal<string | null>(null);
  protected readonly isShort = computed(() => this.etapes() === 'a-faire');
  protected readonly caseFile = this.session.caseFile;
  /** Of the next step: where its deadline comes from, whether it is late. */
  protected readonly nextDeadline = computed(() => {
    const caseFile = this.caseFile();
    const next = caseFile?.next;
    return (
      caseFile?.state.deadlines.find(
        ({ runId, step, of, metAt }) =>
          of === 'step' && metAt === null && runId === next?.runId && step === next.step,
      ) ?? null
    );
  });
  protected readonly hasDraftOfNext = computed(() => {
    const { next, drafts } = this.caseFile() ?? {};
    return !!next && !!drafts?.[`${next.runId}/${next.step}`];
  });

  constructor() {
    const kept = this.arrival.found<KeptCase>(this.url);
    if (kept) afterNextRender(() => this.arrival.restoreFocus(this.url));
    effect(() => {
      const id = this.caseFileId();
      this.news.set(this.told.take(id));
      untracked(() => void this.session.load(id, kept?.caseFile.id === id ? kept : null));
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name('case.title', caseFile.reference);
    });
    inject(DestroyRef).onDestroy(() => {
      const shown = this.session.kept();
      if (shown) this.arrival.keep(this.url, shown);
    });
  }

  protected reload(): void {
    void this.session.load(this.caseFileId());
  }
}
