import type { Routes } from '@angular/router';
import { needsRight } from '../access/needs-right';

/** Pages of who administers accounts; the review is for supervisors as well. */
export const administrationRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'comptes' },
  {
    path: 'comptes',
    title: 'administration.accounts.title',
    loadComponent: () => import('./accounts/accounts-page').then((m) => m.AccountsPage),
  },
  {
    path: 'comptes/nouveau',
    canActivate: [needsRight('manage-accounts')],
    title: 'administration.invite.title',
    loadComponent: () => import('./accounts/invite-page').then((m) => m.InvitePage),
  },
  {
    path: 'comptes/:accountId',
    title: 'administration.account.title',
    loadComponent: () => import('./accounts/account-page').then((m) => m.AccountPage),
  },
  {
    path: 'a-deux',
    title: 'administration.changes.title',
    loadComponent: () => import('./changes/changes-page').then((m) => m.ChangesPage),
  },
  {
    path: 'equipes',
    title: 'administration.teams.title',
    loadComponent: () => import('./teams/teams-page').then((m) => m.TeamsPage),
  },
  {
    path: 'revue-des-droits',
    title: 'administration.review.title',
    loadComponent: () => import('./review/review-page').then((m) => m.ReviewPage),
  },
  {
    path: 'courriels',
    title: 'administration.mails.title',
    loadComponent: () => import('./mails/mails-page').then((m) => m.MailsPage),
  },
];
