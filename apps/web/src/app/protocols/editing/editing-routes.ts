import type { Routes } from '@angular/router';
import { routesOf } from '../../access/routes-of';
import { leaveUnsaved } from './leave-unsaved';
import { DRAFT_LIST_PAGES, DRAFT_PAGES } from './pages';

/** Drafts of versions: what would this change? Under `protocoles/brouillons`. */
export const editingRoutes: Routes = [
  ...routesOf('/protocoles/brouillons', DRAFT_LIST_PAGES, {
    drafts: () => import('./drafts-page').then((m) => m.DraftsPage),
  }),
  {
    path: ':id',
    loadComponent: () => import('./draft-frame').then((m) => m.DraftFrame),
    canDeactivate: [leaveUnsaved],
    children: [
      ...routesOf('/protocoles/brouillons/:id', DRAFT_PAGES, {
        text: () => import('./text/text-page').then((m) => m.DraftTextPage),
        changes: () => import('./changes/changes-page').then((m) => m.ChangesPage),
        cases: () => import('./open-cases/draft-cases-page').then((m) => m.DraftCasesPage),
        safeguards: () => import('./proof/proof-page').then((m) => m.ProofPage),
        review: () => import('./review/review-page').then((m) => m.ReviewPage),
      }),
    ],
  },
];
