import { ACCESS_PAGES } from './access/pages';
import { ADMINISTRATION_PAGES } from './administration/pages';
import { APPOINTMENT_PAGES } from './appointments/pages';
import { AUDIT_PAGES } from './audit/pages';
import { CASE_PAGES } from './cases/pages';
import { CASEWORK_PAGES } from './casework/pages';
import { CONFERENCE_PAGES } from './conferences/pages';
import { DIRECTORY_PAGES } from './directory/pages';
import { DOCUMENT_PAGES } from './documents/pages';
import { HELP_PAGES } from './help/pages';
import { LETTER_PAGES } from './letters/pages';
import type { Page } from './platform/pages/page';
import { PRIVACY_PAGES } from './privacy/pages';
import { DRAFT_LIST_PAGES, DRAFT_PAGES } from './protocols/editing/pages';
import { PROTOCOL_PAGES, VERSION_PAGES } from './protocols/pages';
import { REFERRAL_PAGES } from './referrals/pages';
import { REMINDER_PAGES } from './reminders/pages';
import { TRAINING_PAGES } from './training/pages';

const LISTS = [
  ACCESS_PAGES,
  HELP_PAGES,
  ADMINISTRATION_PAGES,
  CASE_PAGES,
  CASEWORK_PAGES,
  AUDIT_PAGES,
  PRIVACY_PAGES,
  REFERRAL_PAGES,
  DIRECTORY_PAGES,
  LETTER_PAGES,
  APPOINTMENT_PAGES,
  CONFERENCE_PAGES,
  DOCUMENT_PAGES,
  REMINDER_PAGES,
  PROTOCOL_PAGES,
  VERSION_PAGES,
  DRAFT_LIST_PAGES,
  DRAFT_PAGES,
  TRAINING_PAGES,
] as const;

type PathsOf<List> = List extends Readonly<Record<string, infer Each extends Page>> ? Each['path'] : never;
/** The address of any page. */
export type PagePath = PathsOf<(typeof LISTS)[number]>;

export type AppPage = Page & { readonly path: PagePath };

/** Every page of the app: plain data, so that tests outside of the browser read it too. */
export const ALL_PAGES: readonly AppPage[] = LISTS.flatMap((list) => Object.values<AppPage>(list));

export { addressOf, type ParamOf } from './platform/address-of';
export { VISITORS, type Visitor } from './platform/pages/page';
