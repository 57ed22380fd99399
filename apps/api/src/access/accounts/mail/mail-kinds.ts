import type { AccountNews } from './account-news';

/** What a mail to an account is about. */
export type MailKind =
  | 'invitation'
  | 'reset'
  | 'emergency-access'
  | 'circle-told'
  | 'referral-silent'
  | 'referral-kept-away'
  | 'age-gap'
  | ConditionalMail
  | ReminderMail
  | AccountNews;

/** Word to a partner of one referral or one question for a place, or of what was written about it: it leaves only if it is still so by then. */
export const CONDITIONAL_MAILS = ['referral-opened', 'referral-over', 'referral-message'] as const;
export type ConditionalMail = (typeof CONDITIONAL_MAILS)[number];

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
  | 'reminder-referral'
  | 'reminder-appointment';
