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
    path: 'aide',
    title: 'help.title',
    loadComponent: () => import('./help/help-page').then((m) => m.HelpPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadChildren: () => import('./cases/case-routes').then((m) => m.caseRoutes),
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
  { path: '**', title: 'shell.not-found.title', component: NotFoundPage },
];
