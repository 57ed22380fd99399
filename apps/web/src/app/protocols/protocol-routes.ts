import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { PROTOCOL_PAGES, VERSION_PAGES } from './pages';
import { toVersionInForce } from './to-version-in-force';

/** What do the rules say, and on what ground? Under `protocoles`. */
export const protocolRoutes: Routes = [
  {
    path: 'brouillons',
    loadChildren: () => import('./editing/editing-routes').then((m) => m.editingRoutes),
  },
  ...routesOf('/protocoles', PROTOCOL_PAGES, {
    list: () => import('./protocols-page').then((m) => m.ProtocolsPage),
    traceability: () => import('./trace/traceability-page').then((m) => m.TraceabilityPage),
    references: () => import('./trace/references-page').then((m) => m.ReferencesPage),
    openCases: () => import('./editing/open-cases/open-cases-page').then((m) => m.OpenCasesPage),
  }),
  { path: ':name', pathMatch: 'full', canActivate: [toVersionInForce], children: [] },
  {
    path: ':name/:version',
    loadComponent: () => import('./protocol-frame').then((m) => m.ProtocolFrame),
    children: [
      ...routesOf('/protocoles/:name/:version', VERSION_PAGES, {
        text: () => import('./text/text-page').then((m) => m.TextPage),
        diagram: () => import('./diagram/diagram-page').then((m) => m.DiagramPage),
        versions: () => import('./versions/versions-page').then((m) => m.VersionsPage),
        safeguards: () => import('./safeguards/safeguards-page').then((m) => m.SafeguardsPage),
        examples: () => import('./examples/examples-page').then((m) => m.ExamplesPage),
        play: () => import('./examples/play-page').then((m) => m.PlayPage),
      }),
      { path: 'diagram', redirectTo: 'schema' },
      { path: 'safeguards', redirectTo: 'garde-fous' },
      { path: 'examples', redirectTo: 'exemples' },
      { path: 'examples/:example', redirectTo: 'exemples/:example' },
    ],
  },
];
