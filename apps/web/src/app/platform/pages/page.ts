import type { ServiceAct, TeamAct } from '@repere/access';
import type { IconName } from '@repere/ui/icon-shapes';
import type { WordKey } from '../../../words/word-key';

/** Accounts of the demo that open pages in the journey that visits every one; `nobody`: before signing in. */
export const VISITORS = ['nobody', 'sacha', 'ines', 'pia', 'alix', 'lou'] as const;
export type Visitor = (typeof VISITORS)[number];

/** Whose menus a page stands in, by their roles. `staff`: who works here, partners aside; `live-staff`: they, outside training spaces; `trainers`: who leads training. */
export type Audience =
  | 'everyone'
  | 'staff'
  | 'live-staff'
  | 'case-workers'
  | 'supervisors'
  | 'auditors'
  | 'trainers'
  | 'partners'
  | 'administrators';

/** Where a page stands in a menu. The first place that is for the reader counts; menus go by `at`, lowest first. */
export interface MenuEntry {
  /** The bar of main destinations, or the menu of the account. */
  readonly in: 'bar' | 'account';
  readonly word: WordKey;
  readonly icon: IconName;
  readonly places: readonly { readonly for: Audience; readonly at: number }[];
  /** Stands in the account's menu where the bar at the foot has no room left. */
  readonly isSecondary?: true;
}

/**
 * All that is to be known of a page but its component, which stands in the routes of its domain. Plain data: routes, titles, menus and
 * tabs are made from it, and the journey that visits every page reads it.
 */
export interface Page {
  /** The whole address: `/dossiers/:caseFileId`. The journey has an example of every part that begins with a colon. */
  readonly path: `/${string}`;
  /** What the browser's tab says. It tells nothing of a child. */
  readonly title: WordKey;
  /** Who may open it: acts of which one has to be allowed. What the page shows is refused or given by the API besides. */
  readonly who: 'anyone' | 'signed-in' | readonly [TeamAct | ServiceAct, ...(TeamAct | ServiceAct)[]];
  readonly visitor: Visitor;
  readonly menu?: MenuEntry;
  /** A tab beside the other pages of its kind, in the order of the list; `demo`: only where all is invented. */
  readonly tab?: 'always' | 'demo';
}

/** The pages of a domain by name. Of two that fit an address the first is shown. */
export type Pages = Readonly<Record<string, Page>>;
