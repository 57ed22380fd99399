import type { Routes } from '@angular/router';

/** Pages about cases. */
export const caseRoutes: Routes = [
  {
    path: 'ma-journee',
    title: 'worklist.title',
    loadComponent: () => import('./worklist-page').then((m) => m.WorklistPage),
  },
  {
    path: 'dossiers',
    title: 'cases.title',
    loadComponent: () => import('./case-files-page').then((m) => m.CaseFilesPage),
  },
  {
    path: 'dossiers/nouveau',
    title: 'cases.new.title',
    loadComponent: () => import('./new-case-page').then((m) => m.NewCasePage),
  },
  {
    path: 'dossiers/:caseFileId',
    title: 'case.title',
    loadComponent: () => import('./case-file/case-page').then((m) => m.CasePage),
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
    path: 'approbations',
    title: 'approvals.title',
    loadComponent: () => import('./approvals/approvals-page').then((m) => m.ApprovalsPage),
  },
];
