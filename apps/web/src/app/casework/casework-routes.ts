import type { Routes } from '@angular/router';

/** Pages that show several domains at once. */
export const caseworkRoutes: Routes = [
  {
    path: 'ma-journee',
    title: 'worklist.title',
    loadComponent: () => import('./worklist-page').then((m) => m.WorklistPage),
  },
  {
    path: 'dossiers/:caseFileId',
    title: 'case.title',
    loadComponent: () => import('./case-page').then((m) => m.CasePage),
  },
  {
    path: 'dossiers/:caseFileId/acces',
    title: 'rights.access.title',
    loadComponent: () => import('./case-access-page').then((m) => m.CaseAccessPage),
  },
];
