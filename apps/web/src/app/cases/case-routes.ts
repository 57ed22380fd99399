import type { Routes } from '@angular/router';

/** Pages about cases. */
export const caseRoutes: Routes = [
  {
    path: 'ma-journee',
    title: 'worklist.title',
    loadComponent: () => import('./worklist-page').then((m) => m.WorklistPage),
  },
];
