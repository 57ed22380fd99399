import type { Routes } from '@angular/router';
import { signedIn } from './access/signed-in';
import { home } from './shell/home';
import { NotFoundPage } from './shell/not-found-page';

/** Every page of the app. `title` is a key of the dictionary; pages load when they are first opened. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [signedIn, home], children: [] },
  {
    path: 'connexion',
    title: 'access.title',
    loadComponent: () => import('./access/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'mot-de-passe-oublie',
    title: 'accounts.forgotten.title',
    loadComponent: () => import('./access/accounts/forgotten-page').then((m) => m.ForgottenPage),
  },
  {
    path: 'lien',
    title: 'accounts.link.any',
    loadComponent: () => import('./access/accounts/link-page').then((m) => m.LinkPage),
  },
  {
    path: 'administration',
    canActivate: [signedIn],
    loadChildren: () => import('./administration/administration-routes').then((m) => m.administrationRoutes),
  },
  {
    path: 'lier/:provider',
    title: 'provider.invited.title',
    loadComponent: () => import('./access/provider/invited-page').then((m) => m.InvitedPage),
  },
  {
    path: 'aide',
    title: 'help.title',
    loadComponent: () => import('./help/help-page').then((m) => m.HelpPage),
  },
  {
    path: 'compte',
    title: 'account.title',
    canActivate: [signedIn],
    loadComponent: () => import('./access/account/account-page').then((m) => m.AccountPage),
  },
  {
    path: 'seconde-preuve',
    title: 'factors.enrol.title',
    canActivate: [signedIn],
    loadComponent: () => import('./access/factors/enrol-page').then((m) => m.EnrolPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./cases/case-routes').then((m) => m.caseRoutes),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./casework/casework-routes').then((m) => m.caseworkRoutes),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./audit/audit-routes').then((m) => m.auditRoutes),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./privacy/privacy-routes').then((m) => m.privacyRoutes),
  },
  {
    path: 'orientations',
    canActivate: [signedIn],
    loadChildren: () => import('./referrals/referral-routes').then((m) => m.referralRoutes),
  },
  {
    path: 'protocoles',
    canActivate: [signedIn],
    loadChildren: () => import('./protocols/protocol-routes').then((m) => m.protocolRoutes),
  },
  { path: 'protocols', redirectTo: 'protocoles' },
  { path: 'protocols/traceability', redirectTo: 'protocoles/tracabilite' },
  { path: 'protocols/references', redirectTo: 'protocoles/references' },
  { path: 'protocols/:name', redirectTo: 'protocoles/:name' },
  { path: 'protocols/:name/:version', redirectTo: 'protocoles/:name/:version' },
  { path: 'protocols/:name/:version/:part', redirectTo: 'protocoles/:name/:version/:part' },
  { path: 'protocols/:name/:version/:part/:id', redirectTo: 'protocoles/:name/:version/:part/:id' },
  {
    path: 'qui-peut/:acts',
    title: 'access.who-may.title',
    loadComponent: () => import('./access/who-may-page').then((m) => m.WhoMayPage),
  },
  { path: '**', title: 'shell.not-found.title', component: NotFoundPage },
];
