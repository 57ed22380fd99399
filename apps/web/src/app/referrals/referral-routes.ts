import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { REFERRAL_PAGES } from './pages';

/** Pages of partners, and of who referred to them. */
export const referralRoutes: Routes = [
  ...routesOf('', REFERRAL_PAGES, {
    received: () => import('./received-page').then((m) => m.ReceivedPage),
    unanswered: () => import('./sent/unanswered-page').then((m) => m.UnansweredPage),
    unmetNeeds: () => import('./unmet-needs-page').then((m) => m.UnmetNeedsPage),
    sent: () => import('./sent/sent-referrals-page').then((m) => m.SentReferralsPage),
    capacity: () => import('./capacity/capacity-page').then((m) => m.CapacityPage),
    answerLink: () => import('./capacity/answer-link-page').then((m) => m.AnswerLinkPage),
    tell: () => import('./told/refer-to-service-page').then((m) => m.ReferToServicePage),
    referralLink: () => import('./told/referral-link-page').then((m) => m.ReferralLinkPage),
    case: () => import('./referred-case-page').then((m) => m.ReferredCasePage),
  }),
];
