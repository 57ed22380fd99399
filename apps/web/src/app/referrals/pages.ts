import type { Pages } from '../platform/pages/page';

/** Pages of partners. */
export const REFERRAL_PAGES = {
  received: {
    path: '/orientations',
    title: 'referrals.received.title',
    who: 'signed-in',
    visitor: 'lou',
    menu: {
      in: 'bar',
      word: 'shell.nav.referrals',
      icon: 'case',
      places: [{ for: 'partners', at: 90 }],
    },
  },
  case: {
    path: '/orientations/:caseFileId',
    title: 'referrals.case.title',
    who: 'signed-in',
    visitor: 'lou',
  },
} as const satisfies Pages;
