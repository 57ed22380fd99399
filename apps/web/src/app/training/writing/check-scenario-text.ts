export { fileSchema } from '@repere/protocol';
export { readScenario, versionsOf } from '../scenarios/read-scenario';
