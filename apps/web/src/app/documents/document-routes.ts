import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { DOCUMENT_PAGES } from './pages';

/** Papers and pictures that came into a case. */
export const documentRoutes: Routes = routesOf('', DOCUMENT_PAGES, {
  list: () => import('./documents-page').then((m) => m.DocumentsPage),
});
