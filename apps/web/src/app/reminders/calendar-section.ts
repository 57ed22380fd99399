import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CalendarFeed, Problem } from '@repere/contract';
import { Icon, Language, formatMoment, machineNow } from '@repere/ui';
import { ProblemLine } from '../platform/problem-line';
import { viewpointHere } from '../platform/pages/viewpoint-here';
import { RemindersClient } from './reminders-client';

/** The reader's days in another calendar: a file, and for those who ask an address. */
@Component({
  selector: 'app-calendar-section',
  imports: [Icon, MatButton, ProblemLine],
  templateUrl: './calendar-section.html',
  styles: `
    section {
      margin-block-end: 2rem;
    }
    code {
      overflow-wrap: anywhere;
    }
    .secret {
      padding: 0.75rem 1rem;
      border-inline-start: 4px solid var(--rp-accent);
      background: var(--rp-wash);
    }
  `,
})
export class CalendarSection {
  private readonly client = inject(RemindersClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly feed = signal<CalendarFeed | null>(null);
  protected readonly address = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly fileHref = computed(() => this.client.calendarHref());

  constructor() {
    void this.loadFeed();
  }

  protected async loadFeed(): Promise<void> {
    const answer = await this.client.feed();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.feed.set(answer.value);
  }

  protected async makeFeed(): Promise<void> {
    const answer = await this.client.makeFeed();
    if (!answer.ok) return this.problem.set(answer.problem);
    this.address.set(answer.value.address);
    this.news.set(this.t('reminders.calendar.made-news'));
    await this.loadFeed();
  }

  protected async revoke(): Promise<void> {
    const answer = await this.client.revokeFeed();
    if (!answer.ok) return this.problem.set(answer.problem);
    this.address.set(null);
    this.news.set(this.t('reminders.calendar.revoked-news'));
    await this.loadFeed();
    // The button that was pressed is gone.
    document.getElementById('calendar-feed')?.focus();
  }

  /** By the machine's clock: whoever fetches knows no other. */
  protected when(at: string): string {
    return formatMoment(Date.parse(at), { ...viewpointHere(this.language), now: machineNow() });
  }

  protected fetched({ fetches, fetchedAt }: CalendarFeed): string {
    return fetchedAt === null
      ? this.t('reminders.calendar.never-fetched')
      : this.language.count('reminders.calendar.fetched', fetches, { moment: this.when(fetchedAt) });
  }
}
