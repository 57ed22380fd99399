import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { LETTER_PAGES } from './pages';

/** Letters that come out of a case. */
export const letterRoutes: Routes = routesOf('', LETTER_PAGES, {
  list: () => import('./letters-page').then((m) => m.LettersPage),
  write: () => import('./write-letter-page').then((m) => m.WriteLetterPage),
  letter: () => import('./letter-page').then((m) => m.LetterPage),
});
