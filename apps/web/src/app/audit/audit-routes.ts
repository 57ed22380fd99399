import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { AUDIT_PAGES } from './pages';

/** Pages of the audit workbench. */
export const auditRoutes: Routes = [
  ...routesOf('', AUDIT_PAGES, {
    conformance: () => import('./conformance/conformance-page').then((m) => m.ConformancePage),
    deviations: () => import('./conformance/deviations-page').then((m) => m.DeviationsPage),
    caseConformance: () => import('./conformance/case-conformance-page').then((m) => m.CaseConformancePage),
    missions: () => import('./missions/missions-page').then((m) => m.MissionsPage),
    plan: () => import('./missions/plan-page').then((m) => m.PlanPage),
    mission: () => import('./missions/mission-page').then((m) => m.MissionPage),
    changePlan: () => import('./missions/plan-page').then((m) => m.PlanPage),
    examine: () => import('./missions/examine-page').then((m) => m.ExaminePage),
    findings: () => import('./missions/findings/findings-page').then((m) => m.FindingsPage),
    bundle: () => import('./bundle/bundle-page').then((m) => m.BundlePage),
    replay: () => import('./replay/replay-page').then((m) => m.ReplayPage),
    accessLog: () => import('./access-log/access-log-page').then((m) => m.AccessLogPage),
    myAccessLog: () => import('./access-log/my-access-log-page').then((m) => m.MyAccessLogPage),
    board: () => import('./board/board-page').then((m) => m.BoardPage),
    boardCases: () => import('./board/board-cases-page').then((m) => m.BoardCasesPage),
    proof: () => import('./proof/proof-page').then((m) => m.ProofPage),
  }),
  { path: 'proof', redirectTo: 'preuve' },
];
