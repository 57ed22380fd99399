import type { Pages } from '../../platform/pages/page';

/** The page of all drafts of versions. */
export const DRAFT_LIST_PAGES = {
  drafts: { path: '/protocoles/brouillons', title: 'editing.list.title', who: 'signed-in', visitor: 'pia' },
} as const satisfies Pages;

/** Pages of one draft, in one frame; the text has no name of its own in the address. */
export const DRAFT_PAGES = {
  text: {
    path: '/protocoles/brouillons/:id',
    title: 'editing.titles.text',
    who: 'signed-in',
    visitor: 'pia',
    tab: 'always',
  },
  changes: {
    path: '/protocoles/brouillons/:id/changements',
    title: 'editing.titles.changes',
    who: 'signed-in',
    visitor: 'pia',
    tab: 'always',
  },
  cases: {
    path: '/protocoles/brouillons/:id/dossiers',
    title: 'editing.titles.cases',
    who: 'signed-in',
    visitor: 'pia',
    tab: 'always',
  },
  safeguards: {
    path: '/protocoles/brouillons/:id/garde-fous',
    title: 'editing.titles.safeguards',
    who: 'signed-in',
    visitor: 'pia',
    tab: 'always',
  },
  review: {
    path: '/protocoles/brouillons/:id/relecture',
    title: 'editing.titles.review',
    who: 'signed-in',
    visitor: 'pia',
    tab: 'always',
  },
} as const satisfies Pages;
