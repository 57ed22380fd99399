import type { Pages } from '../platform/pages/page';

/** Pages of services that can help a child. */
export const DIRECTORY_PAGES = {
  matching: {
    path: '/dossiers/:caseFileId/services',
    title: 'directory.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;
