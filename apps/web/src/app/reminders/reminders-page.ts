import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InboxItem, Problem, Reminders, Renewal } from '@repere/contract';
import { formatDate } from '@repere/feel';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { SendingKey } from '../platform/sending-key';
import { CalendarSection } from './calendar-section';
import { DigestForm } from './digest-form';
import { ReminderRow } from './reminder-row';
import { RemindersClient } from './reminders-client';

/** What was I told of that is still due, and how am I told? */
@Component({
  selector: 'app-reminders-page',
  imports: [CalendarSection, DigestForm, EmptyState, PageHeading, ProblemLine, ReminderRow, RouterLink],
  templateUrl: './reminders-page.html',
  styleUrl: './reminders-page.scss',
})
export class RemindersPage {
  private readonly client = inject(RemindersClient);
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  private readonly key = new SendingKey();

  protected readonly reminders = signal<Reminders | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly open = computed(
    () => this.reminders()?.items.filter((it) => it.answeredAt === null) ?? [],
  );
  protected readonly answered = computed(
    () => this.reminders()?.items.filter((it) => it.answeredAt !== null) ?? [],
  );
  /** Numbers of the day's word that are not nothing, in words. */
  protected readonly digest = computed(() => {
    const digest = this.reminders()?.digest;
    if (!digest) return null;
    const parts = [
      digest.late ? this.language.count('reminders.digest.late', digest.late) : '',
      digest.today ? this.language.count('reminders.digest.today', digest.today) : '',
      digest.approvals ? this.language.count('reminders.digest.approvals', digest.approvals) : '',
    ].filter((it) => it !== '');
    return parts.length ? { madeAt: digest.madeAt, what: parts.join(', ') } : null;
  });

  /** Of the reader's own training: until when, or since when no more. */
  protected readonly renewals = computed(() =>
    (this.reminders()?.renewals ?? []).map((it) => ({
      item: it.item,
      text: this.t(`reminders.renewals.${howItEnds(it)}`, {
        title: this.language.localize(it.title),
        day: formatDate(it.until, this.language.current()),
      }),
    })),
  );

  constructor() {
    void this.loadReminders();
  }

  protected async loadReminders(): Promise<void> {
    const answer = await this.client.listReminders();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.reminders.set(answer.value);
  }

  protected async answerReminder({ caseFileId, id }: InboxItem): Promise<void> {
    const answer = await this.key.sendOnce({ caseFileId, id }, (idempotencyKey) =>
      this.client.answerReminder(caseFileId, id, { idempotencyKey }),
    );
    if (!answer.ok) return this.problem.set(answer.problem);
    await this.loadReminders();
    this.news.set(this.t('reminders.answered-news'));
    // The button that was pressed is gone.
    document.getElementById('reminders-open')?.focus();
  }
}

const howItEnds = ({ isOver, isByVersion }: Renewal): 'by-version' | 'over' | 'soon' =>
  isByVersion ? 'by-version' : isOver ? 'over' : 'soon';
