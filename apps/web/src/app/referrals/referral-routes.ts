import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { REFERRAL_PAGES } from './pages';

/** Pages of partners, and of who referred to them. */
export const referralRoutes: Routes = [
  ...routesOf('', REFERRAL_PAGES, {
    received: () => import('./received-page').then((m) => m.ReceivedPage),
    unanswered: () => import('./sent/unanswered-page').then((m) => m.UnansweredPage),
    sent: () => import('./sent/sent-referrals-page').then((m) => m.SentReferralsPage),
    case: () => import('./referred-case-page').then((m) => m.ReferredCasePage),
  }),
];
