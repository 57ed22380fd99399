import { CASE_ADDRESSES } from '../cases/case-addresses';
import type { Pages } from '../platform/pages/page';

/** Pages of the audit workbench. */
export const AUDIT_PAGES = {
  conformance: {
    path: '/conformite',
    title: 'audit.conformance.title',
    who: 'signed-in',
    visitor: 'sacha',
    tab: 'always',
  },
  deviations: {
    path: '/ecarts',
    title: 'audit.deviations.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.deviations',
      icon: 'none',
      places: [
        { for: 'supervisors', at: 60 },
        { for: 'auditors', at: 60 },
      ],
      isSecondary: true,
    },
    tab: 'always',
  },
  caseConformance: {
    path: CASE_ADDRESSES.deviations,
    title: 'audit.deviations.of-case-title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  missions: {
    path: '/missions',
    title: 'audit.missions.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.missions',
      icon: 'search',
      places: [
        { for: 'supervisors', at: 50 },
        { for: 'auditors', at: 50 },
      ],
      isSecondary: true,
    },
  },
  plan: { path: '/missions/nouvelle', title: 'audit.plan.title', who: ['lead-mission'], visitor: 'sacha' },
  mission: { path: '/missions/:missionId', title: 'audit.mission.title', who: 'signed-in', visitor: 'sacha' },
  changePlan: {
    path: '/missions/:missionId/plan',
    title: 'audit.plan.change',
    who: 'signed-in',
    visitor: 'sacha',
  },
  examine: {
    path: '/missions/:missionId/dossiers/:caseFileId',
    title: 'audit.examine.title',
    who: 'signed-in',
    visitor: 'ines',
  },
  findings: { path: '/constats', title: 'audit.findings.mine', who: 'signed-in', visitor: 'sacha' },
  bundle: {
    path: CASE_ADDRESSES.evidence,
    title: 'audit.bundle.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  replay: {
    path: CASE_ADDRESSES.replay,
    title: 'audit.replay.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  accessLog: {
    path: CASE_ADDRESSES.accessLog,
    title: 'audit.access-log.title',
    who: 'signed-in',
    visitor: 'sacha',
  },
  myAccessLog: {
    path: '/mes-regards',
    title: 'audit.access-log.to-me.page',
    who: 'signed-in',
    visitor: 'sacha',
  },
  board: {
    path: '/equipe',
    title: 'audit.board.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.team',
      icon: 'account',
      places: [{ for: 'supervisors', at: 40 }],
    },
  },
  boardCases: { path: '/equipe/:figure', title: 'audit.board.title', who: 'signed-in', visitor: 'sacha' },
  proof: {
    path: '/preuve',
    title: 'audit.proof.title',
    who: 'signed-in',
    visitor: 'sacha',
    menu: {
      in: 'bar',
      word: 'shell.nav.proof',
      icon: 'lock',
      places: [
        { for: 'supervisors', at: 110 },
        { for: 'auditors', at: 110 },
      ],
      isSecondary: true,
    },
  },
} as const satisfies Pages;
