import type { Pages } from '../platform/pages/page';

/** Pages of partners, and of who referred to them. */
export const REFERRAL_PAGES = {
  received: {
    path: '/orientations',
    title: 'referrals.received.title',
    who: 'signed-in',
    visitor: 'lou',
    menu: {
      in: 'bar',
      word: 'shell.nav.referrals',
      icon: 'case',
      places: [{ for: 'partners', at: 90 }],
    },
  },
  unanswered: {
    path: '/orientations/sans-reponse',
    title: 'referrals.unanswered.title',
    who: ['plan-cover'],
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'referrals.unanswered.title',
      icon: 'case',
      places: [{ for: 'supervisors', at: 65 }],
    },
  },
  unmetNeeds: {
    path: '/orientations/besoins',
    title: 'referrals.gaps',
    who: ['plan-cover'],
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'referrals.gaps',
      icon: 'case',
      places: [{ for: 'supervisors', at: 66 }],
    },
  },
  sent: {
    path: '/dossiers/:caseFileId/orientations',
    title: 'referrals.sent.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  capacity: {
    path: '/dossiers/:caseFileId/places',
    title: 'capacity.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  tell: {
    path: '/dossiers/:caseFileId/orientations/sans-compte/:serviceId',
    title: 'capacity.told.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  referralLink: {
    path: '/reponse-orientation',
    title: 'capacity.answer-referral.title',
    who: 'anyone',
    visitor: 'nobody',
  },
  answerLink: { path: '/reponse', title: 'capacity.link.title', who: 'anyone', visitor: 'nobody' },
  case: {
    path: '/orientations/:caseFileId/:referralId',
    title: 'referrals.case.title',
    who: 'signed-in',
    visitor: 'lou',
  },
} as const satisfies Pages;
