import type { Routes } from '@angular/router';

/** What do the rules say? */
export const protocolRoutes: Routes = [
  {
    path: '',
    title: 'protocols.title',
    loadComponent: () => import('./protocols-page').then((m) => m.ProtocolsPage),
  },
  {
    path: ':name/:version',
    title: 'protocols.one',
    loadComponent: () => import('./protocol-page').then((m) => m.ProtocolPage),
  },
];
