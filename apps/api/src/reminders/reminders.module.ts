import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { CasesModule } from '../cases/cases.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarFeedService } from './calendar/calendar-feed.service';
import { OwnDays } from './calendar/own-days.service';
import { InboxService } from './inbox/inbox.service';
import { RemindersController } from './inbox/reminders.controller';
import { MakeDigests } from './make-digests.service';
import { SendReminders } from './send-reminders.service';

/** Who is told what is due, when, and a calendar of it. */
@Module({
  imports: [AccountsModule, CasesModule, ProtocolsModule],
  controllers: [RemindersController, CalendarController],
  providers: [CalendarFeedService, InboxService, MakeDigests, OwnDays, SendReminders],
  exports: [SendReminders],
})
export class RemindersModule {}
