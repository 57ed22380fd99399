import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Conferences, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { noonOf } from '../appointments/by-day';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { appointmentsPath, conferencePath } from '../cases/case-paths';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { ConferencesClient } from './conferences-client';
import { CONFERENCE_PAGES } from './pages';
import { PreparationForm } from './preparation-form';

/** Conferences of a case, and a new one from what is open in it. */
@Component({
  selector: 'app-conferences-page',
  imports: [CaseCrumb, PageHeading, PreparationForm, ProblemLine, RouterLink],
  template: `
    <div class="rp-page">
      @if (page(); as page) {
        <app-case-crumb
          [caseFileId]="caseFileId()"
          [reference]="page.reference"
          [calledName]="page.calledName"
        />
        <h1 appPageHeading>{{ t('conferences.title') }}</h1>
        <p class="rp-lead">{{ t('conferences.lead') }}</p>
        <ul class="rp-list">
          @for (it of lines(); track it.id) {
            <li>
              <a [routerLink]="it.path">{{ it.title }}</a>
              <span>{{ it.state }}</span>
            </li>
          } @empty {
            <li>{{ t('conferences.none') }}</li>
          }
        </ul>
        @if (page.mayWrite) {
          <details class="rp-fold rp-screen-only" [open]="lines().length === 0">
            <summary>{{ t('conferences.plan.title') }}</summary>
            <app-preparation-form
              [caseFileId]="caseFileId()"
              [people]="page.people"
              [proposed]="page.proposed"
              (said)="openConference($event)"
            />
          </details>
        }
        <p>
          <a [routerLink]="calendar()">{{ t('conferences.calendar') }}</a>
        </p>
      } @else if (unread(); as problem) {
        <h1 appPageHeading>{{ t('conferences.title') }}</h1>
        <app-problem-line [problem]="problem" (again)="loadConferences()" />
      } @else {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styleUrls: ['../appointments/appointments-page.scss', './conference-page.scss'],
})
export class ConferencesPage {
  private readonly client = inject(ConferencesClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly page = signal<Conferences | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly calendar = computed(() => appointmentsPath(this.caseFileId()));
  protected readonly lines = computed(() =>
    (this.page()?.conferences ?? []).map(({ id, day, hour, appointment, state }) => ({
      ...{ id, path: conferencePath(this.caseFileId(), id) },
      title: [this.time.day(noonOf(day), 'UTC'), hour].filter(Boolean).join(', '),
      state: this.t(appointment === 'cancelled' ? 'conferences.cancelled' : `conferences.state.${state}`),
    })),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadConferences());
    });
  }

  protected async loadConferences(): Promise<void> {
    const answer = await this.client.listConferences(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(CONFERENCE_PAGES.list.title, answer.value.reference);
  }

  protected openConference(id: string): void {
    void this.router.navigate([...conferencePath(this.caseFileId(), id)]);
  }
}
