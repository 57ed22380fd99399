// Who acts and on what ground, for pages: without the dictionaries that comparing names takes.
export { engineRoles } from './next-step/engine-roles';
export { stepGrounds } from './next-step/step-grounds';
export { rankNextSteps } from './next-step/choose-next-step';
