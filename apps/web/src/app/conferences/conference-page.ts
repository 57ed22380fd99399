import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { isRedacted } from '@repere/cases';
import type { Action, ConferencePage as Page, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { Session } from '../access/session';
import { noonOf } from '../appointments/by-day';
import { APPOINTMENT_PAGES } from '../appointments/pages';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { conferencesPath } from '../cases/case-paths';
import { addressOf } from '../platform/address-of';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { SaidBefore, SaidLines } from '../platform/pages/said-lines';
import { conferenceLines } from './conference-lines';
import { ConferencesClient } from './conferences-client';
import { ActionRow } from './minutes/action-row';
import { HandOverAct } from './minutes/hand-over-act';
import { JudgeForm } from './minutes/judge-form';
import { MinutesForm } from './minutes/minutes-form';
import { CONFERENCE_PAGES } from './pages';
import { PreparationForm } from './preparation-form';

/** A conference: what nobody has said yet, what it decided, who does what by when; and everything that was said of it before. */
@Component({
  selector: 'app-conference-page',
  imports: [
    ...[ActionRow, CaseCrumb, HandOverAct, JudgeForm, MatButton, MinutesForm, PageHeading],
    ...[PreparationForm, ProblemLine, RouterLink, SaidBefore, SaidLines],
  ],
  templateUrl: './conference-page.html',
  styleUrls: ['../appointments/appointments-page.scss', './conference-page.scss'],
})
export class ConferencePage {
  private readonly client = inject(ConferencesClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  private readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly conferenceId = input.required<string>();

  protected readonly page = signal<Page | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly paths = computed(() => ({
    all: conferencesPath(this.caseFileId()),
    appointment: addressOf(APPOINTMENT_PAGES.appointment.path, {
      ...{ caseFileId: this.caseFileId(), appointmentId: this.conferenceId() },
    }),
  }));
  protected readonly lines = computed(() => {
    const page = this.page();
    if (!page) return [];
    const told = {
      label: this.t('conferences.told'),
      said: this.t(`conferences.told-is.${page.appointment.told}`),
    };
    return [told, ...conferenceLines(page.conference, this.language, this.time)];
  });
  protected readonly when = computed(() => {
    const it = this.page()?.appointment;
    if (!it) return '';
    const place = it.place && !isRedacted(it.place) ? it.place : '';
    return [this.time.day(noonOf(it.day), 'UTC'), it.hour, place].filter(Boolean).join(', ');
  });
  protected readonly state = computed(() => {
    const page = this.page();
    if (!page) return '';
    const isCancelled = page.appointment.state === 'cancelled';
    return this.t(isCancelled ? 'conferences.cancelled' : `conferences.state.${page.conference.state}`);
  });
  protected readonly missing = computed(() =>
    (this.page()?.missing ?? []).map((gap) => this.t(`conferences.missing.${gap}`)).join(', '),
  );
  protected readonly mayPrepare = computed(() => {
    const page = this.page();
    return !!page?.mayWrite && page.conference.state === 'prepared' && page.appointment.state !== 'cancelled';
  });
  protected readonly mayWriteMinutes = computed(() => {
    const page = this.page();
    return !!page?.mayWrite && page.appointment.state !== 'cancelled' && page.appointment.day <= page.today;
  });
  protected readonly earlier = computed(() =>
    (this.page()?.earlier ?? []).map((it) => ({
      version: it.version,
      title: this.t('conferences.said-then', {
        state: this.t(`conferences.state.${it.state}`),
        moment: it.at === null ? '' : this.time.moment(it.at),
      }),
      lines: conferenceLines(it, this.language, this.time),
    })),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      this.conferenceId();
      untracked(() => void this.loadConference());
    });
  }

  protected async loadConference(news = ''): Promise<void> {
    const answer = await this.client.readConference(this.caseFileId(), this.conferenceId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(CONFERENCE_PAGES.conference.title, answer.value.reference);
    this.news.set(news);
  }

  /** Whoever writes, and whoever took it on. */
  protected maySettle({ owner }: Action): boolean {
    const isOwn = !isRedacted(owner) && owner.id === this.session.account()?.id;
    return isOwn || this.page()?.mayWrite === true;
  }

  protected print(): void {
    window.print();
  }
}
