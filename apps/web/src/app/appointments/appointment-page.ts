import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isCaseConference } from '@repere/cases';
import type { Appointment, AppointmentOutline, AppointmentPage as Page, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { appointmentsPath, conferencePath } from '../cases/case-paths';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { SaidBefore, SaidLines } from '../platform/pages/said-lines';
import { AppointmentForm } from './appointment-form';
import { appointmentLines } from './appointment-lines';
import { AppointmentRow } from './appointment-row';
import { AppointmentsClient } from './appointments-client';
import { noonOf } from './by-day';
import { OutcomeForm } from './outcome-form';
import { APPOINTMENT_PAGES } from './pages';

/** An appointment with everything that was said of it, now and before. */
@Component({
  selector: 'app-appointment-page',
  imports: [
    ...[AppointmentForm, AppointmentRow, CaseCrumb, OutcomeForm, PageHeading, ProblemLine, RouterLink],
    ...[SaidBefore, SaidLines],
  ],
  templateUrl: './appointment-page.html',
  styleUrl: './appointments-page.scss',
})
export class AppointmentPage {
  private readonly client = inject(AppointmentsClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly appointmentId = input.required<string>();

  protected readonly page = signal<Page | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly all = computed(() => appointmentsPath(this.caseFileId()));
  /** A conference that was held is not cancelled any more: its minutes say what came of it. */
  protected readonly tookPlace = computed(() => {
    const it = this.page()?.appointment;
    return !!it && isCaseConference(it.kind) && it.state === 'held';
  });
  protected readonly conference = computed(() => conferencePath(this.caseFileId(), this.appointmentId()));
  protected readonly lines = computed(() => {
    const it = this.page()?.appointment;
    return it ? appointmentLines(it, this.language) : [];
  });
  protected readonly earlier = computed(() =>
    (this.page()?.earlier ?? []).map((it) => ({
      ...{ version: it.version, title: this.saidOf(it), lines: appointmentLines(it, this.language) },
    })),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      this.appointmentId();
      untracked(() => void this.loadAppointment());
    });
  }

  protected async loadAppointment(news = ''): Promise<void> {
    const answer = await this.client.readAppointment(this.caseFileId(), this.appointmentId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(APPOINTMENT_PAGES.appointment.title, answer.value.reference);
    this.news.set(news);
  }

  protected dayOf({ day }: AppointmentOutline): string {
    return this.time.day(noonOf(day), 'UTC');
  }

  /** What was said, and when it was. */
  private saidOf(it: Appointment): string {
    return this.t('appointments.said-then', {
      ...{ kind: this.t(`appointments.kind.${it.kind}`), state: this.t(`appointments.state.${it.state}`) },
      ...{ day: this.dayOf(it), hour: it.hour ?? this.t('appointments.no-hour') },
      moment: this.time.moment(it.at),
    });
  }
}
