import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { APPOINTMENT_PAGES } from './pages';

/** Calendars of a case, and of who works with children. */
export const appointmentRoutes: Routes = routesOf('', APPOINTMENT_PAGES, {
  list: () => import('./appointments-page').then((m) => m.AppointmentsPage),
  appointment: () => import('./appointment-page').then((m) => m.AppointmentPage),
  own: () => import('./own-appointments-page').then((m) => m.OwnAppointmentsPage),
});
