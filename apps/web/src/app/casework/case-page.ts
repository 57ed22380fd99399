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
import type { ActDone } from '@repere/contract';
import { NavigationStateStore } from '../platform/navigation-state-store';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { isWideScreen } from '../platform/pages/wide-screen';
import { Session } from '../access/session';
import { ProblemLine } from '../platform/problem-line';
import { EmergencyNotice } from '../cases/break-glass/emergency-notice';
import { callsPath } from '../cases/case-paths';
import { ChronologySection } from '../cases/chronology/chronology-section';
import { AbsenceNotice } from '../cases/missing/absence-notice';
import { EventLinks } from '../cases/new-fact/event-links';
import { PrivacySection } from '../privacy/case/privacy-section';
import { PeopleSection } from '../cases/people/people-section';
import { NextAppointment } from '../appointments/next-appointment';
import { AskedServices } from '../referrals/sent/asked-services';
import { BandList } from '../cases/case-file/bands/band-list';
import { CaseNews, type News } from '../cases/case-file/heading/case-news';
import { CaseSession, type KeptCase } from '../cases/case-file/case-session';
import { PaperByButton } from '../cases/case-file/document/paper-by-button';
import { DeviationList } from '../cases/case-file/runs/deviation-list';
import { EngageForm } from '../cases/case-file/engage-form';
import { IdentityBar } from '../cases/case-file/heading/identity-bar';
import { LeadForm } from '../cases/lead/lead-form';
import { LeadProposalCard } from '../cases/lead/lead-proposal-card';
import { NameLeadForm } from '../cases/lead/name-lead-form';
import { NextStepCard } from '../cases/case-file/runs/next-step-card';
import { NoteForm } from '../cases/case-file/note-form';
import { RunMap } from '../cases/case-file/runs/run-map';
import { runsByUrgency } from '../cases/case-file/runs/run-order';
import { stayCurrent } from '../cases/case-file/stay-current';
import { CASEWORK_PAGES } from './pages';

/** Entries of the chronology that stand on the page. */
const NEWEST = 1;

/** What next, and why? One case on one page. */
@Component({
  selector: 'app-case-page',
  imports: [
    AbsenceNotice,
    AskedServices,
    BandList,
    ChronologySection,
    DeviationList,
    EmergencyNotice,
    EngageForm,
    EventLinks,
    IdentityBar,
    LeadForm,
    LeadProposalCard,
    NameLeadForm,
    NextAppointment,
    NextStepCard,
    NoteForm,
    PageHeading,
    PaperByButton,
    PeopleSection,
    PrivacySection,
    ProblemLine,
    RouterLink,
    RunMap,
  ],
  providers: [CaseSession],
  templateUrl: './case-page.html',
  styleUrl: './case-page.scss',
})
export class CasePage {
  private readonly title = inject(PageTitle);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly told = inject(CaseNews);
  private readonly router = inject(Router);
  private readonly url = this.router.url;
  /** On a narrow screen what comes next is first, and what is ahead is a press away. */
  protected readonly isWide = isWideScreen();
  /** What services were asked and is waited for, in words: said where that is folded away. */
  protected readonly counts = signal<readonly string[]>([]);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(CaseSession);
  /** A case that isn't there for this reader may be one to open in an emergency. */
  protected readonly mayBreakGlass = inject(Session).mayDo('break-glass');

  // From the address.
  readonly caseFileId = input.required<string>();

  /** What was just done on a sub-page: said once its case is there. */
  protected readonly news = signal<News | null>(null);
  protected readonly caseFile = this.session.caseFile;
  protected readonly runs = computed(() => {
    const state = this.caseFile()?.state;
    return state ? runsByUrgency(state) : [];
  });
  protected readonly nextRun = computed(() => {
    const { next, state } = this.caseFile() ?? {};
    return state?.runs.find(({ runId }) => runId === next?.runId) ?? null;
  });
  protected readonly hasDraftOfNext = computed(() => {
    const { next, drafts } = this.caseFile() ?? {};
    return !!next && !!drafts?.[`${next.runId}/${next.step}`];
  });

  constructor() {
    stayCurrent(this.session);
    const kept = this.navigationState.found<KeptCase>(this.url);
    if (kept) afterNextRender(() => this.navigationState.restoreFocus(this.url));
    effect(() => {
      const id = this.caseFileId();
      this.news.set(this.told.takeNews(id));
      untracked(() => void this.session.loadCase(id, kept?.caseFile.id === id ? kept : null, NEWEST));
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name(CASEWORK_PAGES.case.title, caseFile.reference);
    });
    inject(DestroyRef).onDestroy(() => {
      const shown = this.session.kept();
      if (shown) this.navigationState.keepState(this.url, shown);
    });
  }

  /** Says what was engaged and goes there; for a missing child to whom to call, before anything else. */
  protected async showEngaged(done: ActDone): Promise<void> {
    const [first] = done.opened;
    if (done.opened.some(({ isAbsence }) => isAbsence)) {
      this.told.announceNews(this.caseFileId(), 'case.news.engaged', done.opened);
      await this.router.navigate([...callsPath(this.caseFileId())]);
      return;
    }
    this.news.set({ key: 'case.news.engaged', opened: done.opened });
    if (first) setTimeout(() => document.getElementById(`run-title-${first.runId}`)?.focus());
  }

  protected reload(): void {
    void this.session.loadCase(this.caseFileId(), null, NEWEST);
  }
}
