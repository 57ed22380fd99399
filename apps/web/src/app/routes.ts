import type { Routes } from '@angular/router';
import { ACCESS_PAGES } from './access/pages';
import { routesOf } from './access/routes-of';
import { signedIn } from './access/signed-in';
import { administrationWords } from './administration/administration-words';
import { caseRoutes } from './cases/case-routes';
import { caseworkRoutes } from './casework/casework-routes';
import { capacityWords } from './referrals/capacity/capacity-words';
import { documentWords } from './documents/document-words';
import { directoryWords } from './directory/directory-words';
import { appointmentWords } from './appointments/appointment-words';
import { auditWords } from './audit/audit-words';
import { conferenceWords } from './conferences/conference-words';
import { letterWords } from './letters/letter-words';
import { guideWords } from './help/guide-words';
import { waitFor } from './platform/pages/later-words';
import { home } from './shell/home';
import { editingWords } from './protocols/editing-words';
import { scenarioWords } from './training/scenarios/scenario-words';
import { trainingWords } from './training/training-words';
import { NotFoundPage } from './shell/not-found-page';

/** Every page of the app, from the lists of its domains. `title` is a key of the dictionary; pages load when they are first opened. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [signedIn, home], children: [] },
  ...routesOf('', ACCESS_PAGES, {
    signIn: () => import('./access/sign-in-page').then((m) => m.SignInPage),
    forgotten: () => import('./access/accounts/forgotten-page').then((m) => m.ForgottenPage),
    link: () => import('./access/accounts/link-page').then((m) => m.LinkPage),
    invited: () => import('./access/provider/invited-page').then((m) => m.InvitedPage),
    whoMay: () => import('./access/access-denied-page').then((m) => m.AccessDeniedPage),
    account: () => import('./access/account/account-page').then((m) => m.AccountPage),
    enrol: () => import('./access/factors/enrol-page').then((m) => m.EnrolPage),
  }),
  {
    path: 'aide',
    canActivate: [waitFor(guideWords)],
    loadChildren: () => import('./help/help-routes').then((m) => m.helpRoutes),
  },
  {
    path: 'administration',
    canActivate: [waitFor(administrationWords)],
    loadChildren: () => import('./administration/administration-routes').then((m) => m.administrationRoutes),
  },
  // Known from the beginning: what is opened most waits for no list of addresses.
  ...caseRoutes,
  ...caseworkRoutes,
  {
    path: '',
    canActivate: [waitFor(auditWords)],
    loadChildren: () => import('./audit/audit-routes').then((m) => m.auditRoutes),
  },
  { path: '', loadChildren: () => import('./privacy/privacy-routes').then((m) => m.privacyRoutes) },
  {
    path: '',
    canActivate: [waitFor(capacityWords)],
    loadChildren: () => import('./referrals/referral-routes').then((m) => m.referralRoutes),
  },
  {
    path: '',
    canActivate: [waitFor(directoryWords)],
    loadChildren: () => import('./directory/directory-routes').then((m) => m.directoryRoutes),
  },
  {
    path: '',
    canActivate: [waitFor(letterWords)],
    loadChildren: () => import('./letters/letter-routes').then((m) => m.letterRoutes),
  },
  {
    path: '',
    canActivate: [waitFor(appointmentWords)],
    loadChildren: () => import('./appointments/appointment-routes').then((m) => m.appointmentRoutes),
  },
  {
    path: '',
    canActivate: [waitFor(conferenceWords)],
    loadChildren: () => import('./conferences/conference-routes').then((m) => m.conferenceRoutes),
  },
  {
    path: '',
    canActivate: [waitFor(documentWords)],
    loadChildren: () => import('./documents/document-routes').then((m) => m.documentRoutes),
  },
  {
    path: 'rappels',
    loadChildren: () => import('./reminders/reminder-routes').then((m) => m.reminderRoutes),
  },
  {
    path: 'formation',
    // Answers of a made-up case are given as in the editor.
    canActivate: [waitFor(editingWords), waitFor(trainingWords), waitFor(scenarioWords)],
    loadChildren: () => import('./training/training-routes').then((m) => m.trainingRoutes),
  },
  {
    path: 'protocoles',
    // Where a name alone leads is asked of the API.
    canActivate: [signedIn, waitFor(editingWords)],
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
