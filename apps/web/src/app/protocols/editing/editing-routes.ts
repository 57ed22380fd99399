import type { Routes } from '@angular/router';
import { leaveDraft } from './leave-draft';

/** Drafts of versions: what would this change? Under `protocoles/brouillons`. */
export const editingRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'editing.list.title',
    loadComponent: () => import('./drafts-page').then((m) => m.DraftsPage),
  },
  {
    path: ':id',
    loadComponent: () => import('./draft-frame').then((m) => m.DraftFrame),
    canDeactivate: [leaveDraft],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'editing.titles.text',
        loadComponent: () => import('./text/text-page').then((m) => m.DraftTextPage),
      },
      {
        path: 'changements',
        title: 'editing.titles.changes',
        loadComponent: () => import('./changes/changes-page').then((m) => m.ChangesPage),
      },
      {
        path: 'dossiers',
        title: 'editing.titles.cases',
        loadComponent: () => import('./open-cases/draft-cases-page').then((m) => m.DraftCasesPage),
      },
      {
        path: 'garde-fous',
        title: 'editing.titles.safeguards',
        loadComponent: () => import('./proof/proof-page').then((m) => m.ProofPage),
      },
      {
        path: 'relecture',
        title: 'editing.titles.review',
        loadComponent: () => import('./review/review-page').then((m) => m.ReviewPage),
      },
    ],
  },
];
