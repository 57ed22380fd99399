import type { Pages } from '../platform/pages/page';

/** The page of help. */
export const HELP_PAGES = {
  help: {
    path: '/aide',
    title: 'help.title',
    who: 'anyone',
    visitor: 'nobody',
    menu: {
      in: 'bar',
      word: 'shell.nav.help',
      icon: 'help',
      places: [{ for: 'everyone', at: 120 }],
    },
  },
} as const satisfies Pages;
