import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { ADMINISTRATION_PAGES } from './pages';

/** Pages of who administers accounts. Under `administration`. */
export const administrationRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'comptes' },
  ...routesOf('/administration', ADMINISTRATION_PAGES, {
    accounts: () => import('./accounts/accounts-page').then((m) => m.AccountsPage),
    invite: () => import('./accounts/invite-page').then((m) => m.InvitePage),
    account: () => import('./accounts/account-page').then((m) => m.AccountPage),
    changes: () => import('./changes/changes-page').then((m) => m.ChangesPage),
    teams: () => import('./teams/teams-page').then((m) => m.TeamsPage),
    onCall: () => import('./on-call/on-call-page').then((m) => m.OnCallPage),
    services: () => import('./services/services-page').then((m) => m.ServicesPage),
    serviceImport: () => import('./service-import/service-import-page').then((m) => m.ServiceImportPage),
    review: () => import('./review/review-page').then((m) => m.ReviewPage),
    mails: () => import('./mails/mails-page').then((m) => m.MailsPage),
  }),
];
