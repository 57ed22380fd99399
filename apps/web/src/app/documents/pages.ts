import { CASE_ADDRESSES } from '../cases/case-addresses';
import type { Pages } from '../platform/pages/page';

/** Papers and pictures that came into a case. */
export const DOCUMENT_PAGES = {
  list: { path: CASE_ADDRESSES.documents, title: 'documents.title', who: 'signed-in', visitor: 'sacha' },
} as const satisfies Pages;
