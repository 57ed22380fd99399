import { CASE_ADDRESSES } from '../cases/case-addresses';
import type { Pages } from '../platform/pages/page';

/** Case conferences: planned from what is open, and one with its minutes and actions. */
export const CONFERENCE_PAGES = {
  list: {
    path: CASE_ADDRESSES.conferences,
    title: 'conferences.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  conference: {
    path: CASE_ADDRESSES.conference,
    title: 'conferences.one.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;
