import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnAppointment } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { shownName } from '../cases/shown-name';
import { KeysetList } from '../platform/keyset-list';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { AppointmentRow } from './appointment-row';
import { AppointmentsClient } from './appointments-client';
import { byDay, noonOf } from './by-day';

/** The calendar of who works with children: what is in the way of what first, then day by day. */
@Component({
  selector: 'app-own-appointments-page',
  imports: [AppointmentRow, MatButton, PageHeading, ProblemLine],
  templateUrl: './own-appointments-page.html',
  styleUrl: './appointments-page.scss',
})
export class OwnAppointmentsPage {
  private readonly client = inject(AppointmentsClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  protected readonly list = new KeysetList<OwnAppointment>((cursor) => this.client.listOwn(cursor));
  protected readonly clashing = computed(() =>
    this.list.content().items.filter(({ clashes }) => clashes.length > 0),
  );
  protected readonly days = computed(() =>
    byDay(this.list.content().items).map((it) => ({ ...it, title: this.titleOf(it.day) })),
  );

  constructor() {
    void this.list.loadPages();
  }

  protected titleOf(day: string): string {
    return this.time.day(noonOf(day), 'UTC');
  }

  protected nameOf({ calledName, reference }: OwnAppointment): string {
    return `${shownName(calledName, this.t('case.name-redacted'))} (${reference})`;
  }
}
