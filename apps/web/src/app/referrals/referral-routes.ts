import type { Routes } from '@angular/router';

/** Pages of partners. */
export const referralRoutes: Routes = [
  {
    path: '',
    title: 'referrals.received.title',
    loadComponent: () => import('./received-page').then((m) => m.ReceivedPage),
  },
  {
    path: ':caseFileId',
    title: 'referrals.case.title',
    loadComponent: () => import('./referred-case-page').then((m) => m.ReferredCasePage),
  },
];
