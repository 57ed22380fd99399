import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { TRAINING_PAGES } from './pages';

/** Demonstrating and practising on fictional children. Under `formation`. */
export const trainingRoutes: Routes = routesOf('/formation', TRAINING_PAGES, {
  list: () => import('./scenarios-page').then((m) => m.ScenariosPage),
  join: () => import('./join/join-page').then((m) => m.JoinPage),
  group: () => import('./group/group-page').then((m) => m.GroupPage),
  moments: () => import('./moments/moments-page').then((m) => m.MomentsPage),
  debrief: () => import('./debrief/debrief-page').then((m) => m.DebriefPage),
  scenario: () => import('./scenario-page').then((m) => m.ScenarioPage),
});
