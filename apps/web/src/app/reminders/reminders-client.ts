import { Injectable, inject } from '@angular/core';
import type { CalendarFeed, DigestChoice, MadeFeed, Reminders } from '@repere/contract';
import { vCalendarFeed, vMadeFeed } from '@repere/contract/reminders/calendar/calendar';
import { vReminders } from '@repere/contract/reminders/inbox/reminders';
import { Api, type Answered, type Sending } from '../platform/api';
import { hrefOf } from '../platform/api-path';

/** What the reader was told of, when, and the calendar of it. */
@Injectable({ providedIn: 'root' })
export class RemindersClient {
  private readonly api = inject(Api);

  listReminders(): Promise<Answered<Reminders>> {
    return this.api.get('/reminders', vReminders);
  }

  answerReminder(caseFileId: string, id: string, sending: Sending): Promise<Answered<void>> {
    return this.api.put(
      `/case-files/${encodeURIComponent(caseFileId)}/answered-reminders/${encodeURIComponent(id)}`,
      undefined,
      null,
      sending,
    );
  }

  chooseDigest(choice: DigestChoice): Promise<Answered<void>> {
    return this.api.put('/reminders/choice', choice, null);
  }

  /** Where the file of days is downloaded. */
  calendarHref(): string {
    return hrefOf('/reminders/calendar');
  }

  feed(): Promise<Answered<CalendarFeed>> {
    return this.api.get('/reminders/calendar-feed', vCalendarFeed);
  }

  makeFeed(): Promise<Answered<MadeFeed>> {
    return this.api.put('/reminders/calendar-feed', undefined, vMadeFeed);
  }

  revokeFeed(): Promise<Answered<void>> {
    return this.api.delete('/reminders/calendar-feed', null);
  }
}
