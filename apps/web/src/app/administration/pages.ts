import type { Pages } from '../platform/pages/page';

/** Pages of who administers accounts; the review is for supervisors as well. */
export const ADMINISTRATION_PAGES = {
  accounts: {
    path: '/administration/comptes',
    title: 'administration.accounts.title',
    who: 'signed-in',
    visitor: 'alix',
    menu: {
      in: 'bar',
      word: 'shell.nav.administration',
      icon: 'account',
      places: [{ for: 'administrators', at: 80 }],
    },
    tab: 'always',
  },
  invite: {
    path: '/administration/comptes/nouveau',
    title: 'administration.invite.title',
    who: ['manage-accounts'],
    visitor: 'alix',
  },
  account: {
    path: '/administration/comptes/:accountId',
    title: 'administration.account.title',
    who: 'signed-in',
    visitor: 'alix',
  },
  changes: {
    path: '/administration/a-deux',
    title: 'administration.changes.title',
    who: 'signed-in',
    visitor: 'alix',
    tab: 'always',
  },
  teams: {
    path: '/administration/equipes',
    title: 'administration.teams.title',
    who: 'signed-in',
    visitor: 'alix',
    tab: 'always',
  },
  onCall: {
    path: '/administration/astreintes',
    title: 'administration.on-call.title',
    who: ['keep-contacts'],
    visitor: 'alix',
    tab: 'always',
  },
  services: {
    path: '/administration/services',
    title: 'administration.services.title',
    who: ['keep-contacts'],
    visitor: 'alix',
    tab: 'always',
  },
  serviceImport: {
    path: '/administration/services/import',
    title: 'administration.import.title',
    who: ['keep-contacts'],
    visitor: 'alix',
  },
  review: {
    path: '/administration/revue-des-droits',
    title: 'administration.review.title',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  mails: {
    path: '/administration/courriels',
    title: 'administration.mails.title',
    who: 'signed-in',
    visitor: 'alix',
    // A demo without a mail server shows what it would have sent; where mails leave, there is no such page.
    tab: 'demo',
  },
} as const satisfies Pages;
