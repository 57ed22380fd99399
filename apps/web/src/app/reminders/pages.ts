import type { Pages } from '../platform/pages/page';

/** Word of what is due. */
export const REMINDER_PAGES = {
  reminders: {
    path: '/rappels',
    title: 'reminders.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'reminders.title',
      icon: 'calendar',
      places: [{ for: 'case-workers', at: 12 }],
    },
  },
} as const satisfies Pages;
