import type { Routes } from '@angular/router';

/** Pages about cases. */
export const caseRoutes: Routes = [
  {
    path: 'ma-journee',
    title: 'worklist.title',
    loadComponent: () => import('./worklist-page').then((m) => m.WorklistPage),
  },
  {
    path: 'dossiers',
    title: 'cases.title',
    loadComponent: () => import('./case-files-page').then((m) => m.CaseFilesPage),
  },
  {
    path: 'dossiers/nouveau',
    title: 'cases.new.title',
    loadComponent: () => import('./new-case-page').then((m) => m.NewCasePage),
  },
];
