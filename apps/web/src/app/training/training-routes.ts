import type { Routes } from '@angular/router';
import { routesOf } from '../access/routes-of';
import { TRAINING_PAGES } from './pages';
import { leaveUnsaved } from '../protocols/editing/leave-unsaved';

const routes = routesOf('/formation', TRAINING_PAGES, {
  list: () => import('./scenarios-page').then((m) => m.ScenariosPage),
  join: () => import('./join/join-page').then((m) => m.JoinPage),
  group: () => import('./group/group-page').then((m) => m.GroupPage),
  moments: () => import('./moments/moments-page').then((m) => m.MomentsPage),
  team: () => import('./team/team-page').then((m) => m.TeamTrainingPage),
  own: () => import('./certificates/own-page').then((m) => m.OwnTrainingPage),
  board: () => import('./board/board-page').then((m) => m.BoardPage),
  presenter: () => import('./presenting/presenter-page').then((m) => m.PresenterPage),
  questions: () => import('./questions/questions-page').then((m) => m.QuestionsPage),
  room: () => import('./presenting/room-page').then((m) => m.RoomPage),
  debrief: () => import('./debrief/debrief-page').then((m) => m.DebriefPage),
  scenarios: () => import('./scenarios/scenario-list-page').then((m) => m.ScenarioListPage),
  reading: () => import('./scenarios/reading-page').then((m) => m.ScenarioReadingPage),
  writing: () => import('./writing/writing-page').then((m) => m.ScenarioWritingPage),
  scenario: () => import('./scenario-page').then((m) => m.ScenarioPage),
});

/** Demonstrating and practising on fictional children. Under `formation`. */
export const trainingRoutes: Routes = routes.map((route) =>
  route.path === 'mes-scenarios/:scenarioId' ? { ...route, canDeactivate: [leaveUnsaved] } : route,
);
