import { CalendarFeedEntity } from './calendar-feed.entity';
import { ReminderChoiceEntity } from './reminder-choice.entity';
import { ReminderDigestEntity } from './reminder-digest.entity';
import { ReminderNoticeEntity } from './reminder-notice.entity';
import { ReminderEntity } from './reminder.entity';

/** Who is told what is due, and calendars. */
export const REMINDER_ENTITIES = [
  ReminderEntity,
  ReminderNoticeEntity,
  ReminderDigestEntity,
  ReminderChoiceEntity,
  CalendarFeedEntity,
] as const;
