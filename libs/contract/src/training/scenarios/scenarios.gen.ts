// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vOutOfForce } from './out-of-force.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vScenarioSummary: v.GenericSchema<t.ScenarioSummary> = v.object({
    id: v.string(),
    title: vWords,
    summary: vWords,
    protocol: v.string(),
    child: v.string(),
    protocols: v.array(v.string()),
    minutes: v.number(),
    objectives: v.array(vWords),
    outOfForce: v.array(vOutOfForce)
});

export const vScenario: v.GenericSchema<t.Scenario> = v.object({
    id: v.string(),
    title: vWords,
    summary: vWords,
    protocol: v.string(),
    child: v.string(),
    protocols: v.array(v.string()),
    minutes: v.number(),
    objectives: v.array(vWords),
    outOfForce: v.array(vOutOfForce),
    yaml: v.string()
});
