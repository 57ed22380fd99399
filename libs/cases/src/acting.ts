// Who acts and on what ground, for pages: without the dictionaries that comparing names takes.
export { engineRoles } from './acting/engine-roles';
export { stepGrounds } from './acting/step-grounds';
export { rankNextSteps } from './next-step/choose-next-step';
