import type { Pages } from '../platform/pages/page';

/** Pages about cases. */
export const CASE_PAGES = {
  list: {
    path: '/dossiers',
    title: 'cases.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.cases',
      icon: 'case',
      places: [
        { for: 'case-workers', at: 20 },
        { for: 'auditors', at: 70 },
      ],
    },
  },
  new: { path: '/dossiers/nouveau', title: 'cases.new.title', who: ['open'], visitor: 'sacha' },
  sameChild: {
    path: '/dossiers/:caseFileId/meme-enfant',
    title: 'approvals.duplicates.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  identity: {
    path: '/dossiers/:caseFileId/identite',
    title: 'case.identity.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  chronology: {
    path: '/dossiers/:caseFileId/chronologie',
    title: 'case.chronology.page',
    who: 'signed-in',
    visitor: 'sacha',
  },
  document: {
    path: '/dossiers/:caseFileId/document',
    title: 'case.document.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  links: {
    path: '/dossiers/:caseFileId/liens',
    title: 'case.links.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  whatIf: {
    path: '/dossiers/:caseFileId/et-si',
    title: 'case.what-if.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  newFact: {
    path: '/dossiers/:caseFileId/fait-nouveau',
    title: 'case.new-fact.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  calls: {
    path: '/dossiers/:caseFileId/appels',
    title: 'case.calls.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  step: {
    path: '/dossiers/:caseFileId/etapes/:runId/:step',
    title: 'step.titles.step',
    who: 'signed-in',
    visitor: 'sacha',
  },
  breakGlass: { path: '/acces-urgence', title: 'rights.glass.title', who: ['break-glass'], visitor: 'sacha' },
  reviews: {
    path: '/acces-urgence/relectures',
    title: 'rights.glass.reviews.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  cover: {
    path: '/remplacements',
    title: 'rights.cover.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'rights.cover.title',
      icon: 'day',
      places: [{ for: 'case-workers', at: 20 }],
    },
  },
  handOver: {
    path: '/releve',
    title: 'hand-over.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'account',
      word: 'hand-over.title',
      icon: 'sent',
      places: [{ for: 'case-workers', at: 15 }],
    },
  },
  approvals: {
    path: '/approbations',
    title: 'approvals.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.approvals',
      icon: 'approve',
      places: [{ for: 'supervisors', at: 30 }],
    },
  },
} as const satisfies Pages;
