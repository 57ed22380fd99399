import type { Routes } from '@angular/router';
import { needsRight } from '../access/needs-right';

/** Pages about cases. */
export const caseRoutes: Routes = [
  {
    path: 'dossiers',
    title: 'cases.title',
    loadComponent: () => import('./case-files-page').then((m) => m.CaseFilesPage),
  },
  {
    path: 'dossiers/nouveau',
    canActivate: [needsRight('open')],
    title: 'cases.new.title',
    loadComponent: () => import('./new-case-page').then((m) => m.NewCasePage),
  },
  {
    path: 'dossiers/:caseFileId/meme-enfant',
    title: 'approvals.duplicates.title',
    loadComponent: () => import('./approvals/same-child-page').then((m) => m.SameChildPage),
  },
  {
    path: 'dossiers/:caseFileId/identite',
    title: 'case.identity.title',
    loadComponent: () => import('./identity/identity-page').then((m) => m.IdentityPage),
  },
  {
    path: 'dossiers/:caseFileId/chronologie',
    title: 'case.chronology.page',
    loadComponent: () => import('./chronology/chronology-page').then((m) => m.ChronologyPage),
  },
  {
    path: 'dossiers/:caseFileId/document',
    title: 'case.document.title',
    loadComponent: () => import('./case-file/case-document-page').then((m) => m.CaseDocumentPage),
  },
  {
    path: 'dossiers/:caseFileId/et-si',
    title: 'case.what-if.title',
    loadComponent: () => import('./what-if/what-if-page').then((m) => m.WhatIfPage),
  },
  {
    path: 'dossiers/:caseFileId/fait-nouveau',
    title: 'case.new-fact.title',
    loadComponent: () => import('./new-fact/new-fact-page').then((m) => m.NewFactPage),
  },
  {
    path: 'dossiers/:caseFileId/appels',
    title: 'case.calls.title',
    loadComponent: () => import('./missing/calls-page').then((m) => m.CallsPage),
  },
  {
    path: 'dossiers/:caseFileId/etapes/:runId/:step',
    title: 'step.titles.step',
    loadComponent: () => import('./step/do-step-page').then((m) => m.DoStepPage),
  },
  {
    path: 'acces-urgence',
    canActivate: [needsRight('break-glass')],
    title: 'rights.glass.title',
    loadComponent: () => import('./break-glass/break-glass-page').then((m) => m.BreakGlassPage),
  },
  {
    path: 'acces-urgence/relectures',
    title: 'rights.glass.reviews.title',
    loadComponent: () => import('./break-glass/reviews-page').then((m) => m.ReviewsPage),
  },
  {
    path: 'remplacements',
    title: 'rights.cover.title',
    loadComponent: () => import('./cover/cover-page').then((m) => m.CoverPage),
  },
  {
    path: 'approbations',
    title: 'approvals.title',
    loadComponent: () => import('./approvals/approvals-page').then((m) => m.ApprovalsPage),
  },
];
