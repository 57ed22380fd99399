import { routesOf } from '../access/routes-of';
import { HELP_PAGES } from './pages';

export const helpRoutes = routesOf('/aide', HELP_PAGES, {
  help: () => import('./help-page').then((m) => m.HelpPage),
});
