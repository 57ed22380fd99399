import type { Pages } from '../platform/pages/page';

/** Pages of coming in, and of one's own account. */
export const ACCESS_PAGES = {
  signIn: { path: '/connexion', title: 'access.title', who: 'anyone', visitor: 'nobody' },
  forgotten: {
    path: '/mot-de-passe-oublie',
    title: 'accounts.forgotten.title',
    who: 'anyone',
    visitor: 'nobody',
  },
  link: { path: '/lien', title: 'accounts.link.any', who: 'anyone', visitor: 'nobody' },
  invited: { path: '/lier/:provider', title: 'provider.invited.title', who: 'anyone', visitor: 'nobody' },
  whoMay: { path: '/qui-peut/:acts', title: 'access.who-may.title', who: 'anyone', visitor: 'nobody' },
  account: {
    path: '/compte',
    title: 'account.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'account.title',
      icon: 'account',
      places: [{ for: 'everyone', at: 10 }],
    },
  },
  enrol: { path: '/seconde-preuve', title: 'factors.enrol.title', who: 'signed-in', visitor: 'sacha' },
} as const satisfies Pages;
