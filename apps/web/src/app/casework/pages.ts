import { CASE_ADDRESSES } from '../cases/case-addresses';
import type { Pages } from '../platform/pages/page';

/** Pages on which domains meet. */
export const CASEWORK_PAGES = {
  myDay: {
    path: '/ma-journee',
    title: 'worklist.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.my-day',
      icon: 'day',
      places: [{ for: 'case-workers', at: 10 }],
    },
  },
  case: { path: CASE_ADDRESSES.case, title: 'case.title', who: 'signed-in', visitor: 'sacha' },
  access: {
    path: CASE_ADDRESSES.access,
    title: 'rights.access.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;
