// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vCheckProblem } from '../../protocols/drafts/drafts.gen';
import { vOutOfForce } from '../scenarios/out-of-force.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vOwnScenarioSummary: v.GenericSchema<t.OwnScenarioSummary> = v.object({
    id: v.string(),
    name: v.nullable(v.string()),
    title: v.nullable(vWords),
    child: v.nullable(v.string()),
    protocols: v.array(v.string()),
    outOfForce: v.array(vOutOfForce),
    minutes: v.nullable(v.pipe(v.number(), v.integer())),
    errors: v.pipe(v.number(), v.integer()),
    revision: v.pipe(v.number(), v.integer()),
    changedAt: v.string()
});

export const vScenarioVersion: v.GenericSchema<t.ScenarioVersion> = v.object({
    revision: v.pipe(v.number(), v.integer()),
    savedAt: v.string()
});

export const vOwnScenario: v.GenericSchema<t.OwnScenario> = v.object({
    id: v.string(),
    name: v.nullable(v.string()),
    title: v.nullable(vWords),
    child: v.nullable(v.string()),
    protocols: v.array(v.string()),
    outOfForce: v.array(vOutOfForce),
    minutes: v.nullable(v.pipe(v.number(), v.integer())),
    errors: v.pipe(v.number(), v.integer()),
    revision: v.pipe(v.number(), v.integer()),
    changedAt: v.string(),
    yaml: v.string(),
    problems: v.array(vCheckProblem),
    versions: v.array(vScenarioVersion)
});

export const vScenarioVersionText: v.GenericSchema<t.ScenarioVersionText> = v.object({
    revision: v.pipe(v.number(), v.integer()),
    savedAt: v.string(),
    yaml: v.string()
});
