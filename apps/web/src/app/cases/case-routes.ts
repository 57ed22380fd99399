import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { CASE_PAGES } from './pages';

/** Pages about cases. */
export const caseRoutes: Routes = [
  ...routesOf('', CASE_PAGES, {
    list: () => import('./case-files-page').then((m) => m.CaseFilesPage),
    new: () => import('./opening/new-case-page').then((m) => m.NewCasePage),
    sameChild: () => import('./approvals/same-child-page').then((m) => m.SameChildPage),
    identity: () => import('./identity/identity-page').then((m) => m.IdentityPage),
    chronology: () => import('./chronology/chronology-page').then((m) => m.ChronologyPage),
    document: () => import('./case-file/document/case-document-page').then((m) => m.CaseDocumentPage),
    whatIf: () => import('./what-if/what-if-page').then((m) => m.WhatIfPage),
    links: () => import('./links/links-page').then((m) => m.LinksPage),
    newFact: () => import('./new-fact/new-fact-page').then((m) => m.NewFactPage),
    calls: () => import('./missing/calls-page').then((m) => m.CallsPage),
    step: () => import('./step/do-step-page').then((m) => m.DoStepPage),
    breakGlass: () => import('./break-glass/break-glass-page').then((m) => m.BreakGlassPage),
    reviews: () => import('./break-glass/reviews-page').then((m) => m.ReviewsPage),
    handOver: () => import('./hand-over/hand-over-page').then((m) => m.HandOverPage),
    cover: () => import('./cover/cover-page').then((m) => m.CoverPage),
    approvals: () => import('./approvals/approvals-page').then((m) => m.ApprovalsPage),
  }),
];
