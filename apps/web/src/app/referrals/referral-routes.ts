import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { REFERRAL_PAGES } from './pages';

/** Pages of partners. Under `orientations`. */
export const referralRoutes: Routes = [
  ...routesOf('/orientations', REFERRAL_PAGES, {
    received: () => import('./received-page').then((m) => m.ReceivedPage),
    case: () => import('./referred-case-page').then((m) => m.ReferredCasePage),
  }),
];
