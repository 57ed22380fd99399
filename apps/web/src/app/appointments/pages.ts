import { CASE_ADDRESSES } from '../cases/case-addresses';
import type { Pages } from '../platform/pages/page';

/** Calendars of a case, and of who works with children. */
export const APPOINTMENT_PAGES = {
  list: {
    path: CASE_ADDRESSES.appointments,
    title: 'appointments.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  appointment: {
    path: '/dossiers/:caseFileId/agenda/:appointmentId',
    title: 'appointments.one.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  own: {
    path: '/mon-agenda',
    title: 'appointments.own.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'shell.own-appointments',
      icon: 'calendar',
      places: [{ for: 'case-workers', at: 11 }],
    },
  },
} as const satisfies Pages;
