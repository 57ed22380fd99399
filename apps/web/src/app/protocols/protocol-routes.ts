import type { Routes } from '@angular/router';
import { toVersionInForce } from './to-version-in-force';

/** What do the rules say, and on what ground? */
export const protocolRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'protocols.title',
    loadComponent: () => import('./protocols-page').then((m) => m.ProtocolsPage),
  },
  {
    path: 'tracabilite',
    title: 'protocols.trace.title',
    loadComponent: () => import('./trace/traceability-page').then((m) => m.TraceabilityPage),
  },
  {
    path: 'references',
    title: 'protocols.references.title',
    loadComponent: () => import('./trace/references-page').then((m) => m.ReferencesPage),
  },
  {
    path: 'brouillons',
    loadChildren: () => import('./editing/editing-routes').then((m) => m.editingRoutes),
  },
  {
    path: ':name/:version/dossiers-ouverts',
    title: 'editing.open-cases.page',
    loadComponent: () => import('./editing/open-cases/open-cases-page').then((m) => m.OpenCasesPage),
  },
  { path: ':name', pathMatch: 'full', canActivate: [toVersionInForce], children: [] },
  {
    path: ':name/:version',
    loadComponent: () => import('./protocol-frame').then((m) => m.ProtocolFrame),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'protocols.titles.text',
        loadComponent: () => import('./text/text-page').then((m) => m.TextPage),
      },
      {
        path: 'schema',
        title: 'protocols.titles.diagram',
        loadComponent: () => import('./diagram/diagram-page').then((m) => m.DiagramPage),
      },
      {
        path: 'versions',
        title: 'protocols.titles.versions',
        loadComponent: () => import('./versions/versions-page').then((m) => m.VersionsPage),
      },
      {
        path: 'garde-fous',
        title: 'protocols.titles.safeguards',
        loadComponent: () => import('./safeguards/safeguards-page').then((m) => m.SafeguardsPage),
      },
      {
        path: 'exemples',
        title: 'protocols.titles.examples',
        loadComponent: () => import('./examples/examples-page').then((m) => m.ExamplesPage),
      },
      {
        path: 'exemples/:example',
        title: 'protocols.titles.play',
        loadComponent: () => import('./examples/play-page').then((m) => m.PlayPage),
      },
      { path: 'diagram', redirectTo: 'schema' },
      { path: 'safeguards', redirectTo: 'garde-fous' },
      { path: 'examples', redirectTo: 'exemples' },
      { path: 'examples/:example', redirectTo: 'exemples/:example' },
    ],
  },
];
