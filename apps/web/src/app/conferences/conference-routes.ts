import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { CONFERENCE_PAGES } from './pages';

/** Case conferences. */
export const conferenceRoutes: Routes = routesOf('', CONFERENCE_PAGES, {
  list: () => import('./conferences-page').then((m) => m.ConferencesPage),
  conference: () => import('./conference-page').then((m) => m.ConferencePage),
});
