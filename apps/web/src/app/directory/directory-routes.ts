import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { DIRECTORY_PAGES } from './pages';

/** Services that can help a child. */
export const directoryRoutes: Routes = routesOf('', DIRECTORY_PAGES, {
  matching: () => import('./matching-page').then((m) => m.MatchingPage),
});
