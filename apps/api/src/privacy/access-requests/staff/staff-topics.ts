import { ACCOUNT_SECTIONS } from './account-sections.query';
import { AUDIT_SECTIONS } from './audit-sections.query';
import { SIGN_IN_SECTIONS } from './sign-in-sections.query';
import type { StaffSection } from './staff-section.query';
import { REMINDER_SECTIONS } from './reminder-sections.query';
import { WORK_SECTIONS } from './work-sections.query';

const ALL = {
  ...ACCOUNT_SECTIONS,
  ...SIGN_IN_SECTIONS,
  ...REMINDER_SECTIONS,
  ...WORK_SECTIONS,
  ...AUDIT_SECTIONS,
};

export type StaffTopic = keyof typeof ALL;

/** Everything that is kept of somebody who works here, topic by topic, as it is told. */
export const STAFF_TOPICS: Readonly<Record<StaffTopic, StaffSection>> = ALL;
