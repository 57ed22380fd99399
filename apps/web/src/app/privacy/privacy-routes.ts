import type { Routes } from '@angular/router';

/** Pages of privacy as work. */
export const privacyRoutes: Routes = [
  {
    path: 'vie-privee',
    title: 'privacy.title',
    loadComponent: () => import('./privacy-page').then((m) => m.PrivacyPage),
  },
  {
    path: 'vie-privee/demandes/:requestId',
    title: 'privacy.request.title',
    loadComponent: () => import('./requests/access-request-page').then((m) => m.AccessRequestPage),
  },
  {
    path: 'dossiers/:caseFileId/vie-privee',
    title: 'privacy.case.title',
    loadComponent: () => import('./case/case-privacy-page').then((m) => m.CasePrivacyPage),
  },
];
