import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { REMINDER_PAGES } from './pages';

/** Word of what is due. Under `rappels`. */
export const reminderRoutes: Routes = [
  ...routesOf('/rappels', REMINDER_PAGES, {
    reminders: () => import('./reminders-page').then((m) => m.RemindersPage),
  }),
];
