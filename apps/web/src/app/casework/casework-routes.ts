import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { CASEWORK_PAGES } from './pages';

/** Pages on which domains meet. */
export const caseworkRoutes: Routes = [
  ...routesOf('', CASEWORK_PAGES, {
    myDay: () => import('./worklist-page').then((m) => m.WorklistPage),
    case: () => import('./case-page').then((m) => m.CasePage),
    access: () => import('./case-access-page').then((m) => m.CaseAccessPage),
  }),
];
