import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Appointments, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { conferencesPath } from '../cases/case-paths';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { AppointmentForm } from './appointment-form';
import { AppointmentRow } from './appointment-row';
import { AppointmentsClient } from './appointments-client';
import { byDay, noonOf } from './by-day';
import { APPOINTMENT_PAGES } from './pages';

/** The calendar of a case: what is next by day, with what is missing; what is past folded; how often the child was heard. */
@Component({
  selector: 'app-appointments-page',
  imports: [AppointmentForm, AppointmentRow, CaseCrumb, PageHeading, ProblemLine, RouterLink],
  templateUrl: './appointments-page.html',
  styleUrl: './appointments-page.scss',
})
export class AppointmentsPage {
  private readonly client = inject(AppointmentsClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly page = signal<Appointments | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly next = computed(() => this.days(this.page()?.next ?? []));
  protected readonly past = computed(() => this.days(this.page()?.past ?? []));
  protected readonly conferences = computed(() => conferencesPath(this.caseFileId()));
  /** How often, by whose count. */
  protected readonly heard = computed(() => {
    const hearings = this.page()?.hearings;
    if (!hearings) return '';
    const { count, isComplete } = hearings;
    return this.language.count(isComplete ? 'appointments.heard' : 'appointments.heard-at-least', count);
  });

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadAppointments());
    });
  }

  protected async loadAppointments(news = ''): Promise<void> {
    const answer = await this.client.listAppointments(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(APPOINTMENT_PAGES.list.title, answer.value.reference);
    this.news.set(news);
  }

  private days<T extends { readonly day: string }>(items: readonly T[]) {
    return byDay(items).map((it) => ({ ...it, title: this.time.day(noonOf(it.day), 'UTC') }));
  }
}
