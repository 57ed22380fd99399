import type { Routes } from '@angular/router';
import { needsRight } from '../access/needs-right';

/** Pages of the audit workbench. */
export const auditRoutes: Routes = [
  {
    path: 'conformite',
    title: 'audit.conformance.title',
    loadComponent: () => import('./conformance/conformance-page').then((m) => m.ConformancePage),
  },
  {
    path: 'ecarts',
    title: 'audit.deviations.title',
    loadComponent: () => import('./conformance/deviations-page').then((m) => m.DeviationsPage),
  },
  {
    path: 'dossiers/:caseFileId/ecarts',
    title: 'audit.deviations.of-case-title',
    loadComponent: () => import('./conformance/case-conformance-page').then((m) => m.CaseConformancePage),
  },
  {
    path: 'missions',
    title: 'audit.missions.title',
    loadComponent: () => import('./missions/missions-page').then((m) => m.MissionsPage),
  },
  {
    path: 'missions/nouvelle',
    canActivate: [needsRight('lead-mission')],
    title: 'audit.plan.title',
    loadComponent: () => import('./missions/plan-page').then((m) => m.PlanPage),
  },
  {
    path: 'missions/:missionId',
    title: 'audit.mission.title',
    loadComponent: () => import('./missions/mission-page').then((m) => m.MissionPage),
  },
  {
    path: 'missions/:missionId/plan',
    title: 'audit.plan.change',
    loadComponent: () => import('./missions/plan-page').then((m) => m.PlanPage),
  },
  {
    path: 'missions/:missionId/dossiers/:caseFileId',
    title: 'audit.examine.title',
    loadComponent: () => import('./missions/examine-page').then((m) => m.ExaminePage),
  },
  {
    path: 'constats',
    title: 'audit.findings.mine',
    loadComponent: () => import('./missions/findings-page').then((m) => m.FindingsPage),
  },
  {
    path: 'dossiers/:caseFileId/preuve',
    title: 'audit.bundle.title',
    loadComponent: () => import('./bundle/bundle-page').then((m) => m.BundlePage),
  },
  {
    path: 'dossiers/:caseFileId/relecture',
    title: 'audit.replay.title',
    loadComponent: () => import('./replay/replay-page').then((m) => m.ReplayPage),
  },
  {
    path: 'dossiers/:caseFileId/regards',
    title: 'audit.looks.title',
    loadComponent: () => import('./looks/looks-page').then((m) => m.LooksPage),
  },
  {
    path: 'mes-regards',
    title: 'audit.looks.to-me.page',
    loadComponent: () => import('./looks/my-looks-page').then((m) => m.MyLooksPage),
  },
  {
    path: 'equipe',
    title: 'audit.board.title',
    loadComponent: () => import('./board/board-page').then((m) => m.BoardPage),
  },
  {
    path: 'equipe/:figure',
    title: 'audit.board.title',
    loadComponent: () => import('./board/board-cases-page').then((m) => m.BoardCasesPage),
  },
  {
    path: 'preuve',
    title: 'audit.proof.title',
    loadComponent: () => import('./proof/proof-page').then((m) => m.ProofPage),
  },
  { path: 'proof', redirectTo: 'preuve' },
];
