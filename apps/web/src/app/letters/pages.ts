import { CASE_ADDRESSES } from '../cases/case-addresses';
import type { Pages } from '../platform/pages/page';

/** Letters that come out of a case. */
export const LETTER_PAGES = {
  list: { path: CASE_ADDRESSES.letters, title: 'letters.title', who: 'signed-in', visitor: 'sacha' },
  write: { path: CASE_ADDRESSES.letter, title: 'letters.write.title', who: 'signed-in', visitor: 'sacha' },
  letter: {
    path: '/dossiers/:caseFileId/lettres/:letterId',
    title: 'letters.letter.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
} as const satisfies Pages;
