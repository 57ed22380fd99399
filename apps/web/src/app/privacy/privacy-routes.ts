import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { PRIVACY_PAGES } from './pages';

/** Pages of privacy as work. */
export const privacyRoutes: Routes = [
  ...routesOf('', PRIVACY_PAGES, {
    privacy: () => import('./privacy-page').then((m) => m.PrivacyPage),
    request: () => import('./requests/access-request-page').then((m) => m.AccessRequestPage),
    case: () => import('./case/case-privacy-page').then((m) => m.CasePrivacyPage),
  }),
];
