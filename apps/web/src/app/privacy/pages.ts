import type { Pages } from '../platform/pages/page';

/** Pages of privacy as work. */
export const PRIVACY_PAGES = {
  privacy: { path: '/vie-privee', title: 'privacy.title', who: 'signed-in', visitor: 'sacha' },
  request: {
    path: '/vie-privee/demandes/:requestId',
    title: 'privacy.request.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  case: {
    path: '/dossiers/:caseFileId/vie-privee',
    title: 'privacy.case.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;
