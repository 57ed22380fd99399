import type { AccountNews } from './account-news';

/** What a mail to an account is about. */
export type MailKind =
  | 'invitation'
  | 'reset'
  | 'emergency-access'
  | 'circle-told'
  | 'referral-opened'
  | 'referral-silent'
  | 'referral-kept-away'
  | 'referral-over'
  | 'age-gap'
  | ReminderMail
  | AccountNews;
/** Word of what waits in Repère; one that still waits to be sent stands for all. */
export type ReminderMail =
  | 'reminder-act'
  | 'reminder-approval'
  | 'reminder-duty'
  | 'reminder-digest'
  | 'reminder-services'
  | 'reminder-training'
  | 'reminder-team-training'
  | 'reminder-hand-over'
  | 'reminder-referral';
