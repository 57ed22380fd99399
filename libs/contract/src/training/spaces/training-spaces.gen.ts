// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vLoad } from '../loads/loads.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vBranchedFrom: v.GenericSchema<t.BranchedFrom> = v.object({
    key: v.string(),
    at: v.string()
});

export const vKeptMoment: v.GenericSchema<t.KeptMoment> = v.object({
    id: v.string(),
    title: v.string(),
    state: v.picklist([
        'making',
        'kept',
        'failed'
    ]),
    at: v.nullable(v.string()),
    isAutomatic: v.boolean()
});

export const vTrainingSpace: v.GenericSchema<t.TrainingSpace> = v.object({
    key: v.string(),
    title: v.string(),
    state: v.picklist([
        'creating',
        'open',
        'copying',
        'archived',
        'failed'
    ]),
    isTriedAgain: v.boolean(),
    scenario: v.nullable(v.string()),
    scenarioTitle: v.nullable(vWords),
    mode: v.picklist([
        'guided',
        'practice',
        'assessment'
    ]),
    minutes: v.nullable(v.pipe(v.number(), v.integer())),
    now: v.string(),
    enteredAt: v.string(),
    endsAt: v.string(),
    endsSoon: v.boolean(),
    branchOf: v.nullable(vBranchedFrom),
    moments: v.array(vKeptMoment),
    load: v.nullable(vLoad)
});

export const vTrainingSpaces: v.GenericSchema<t.TrainingSpaces> = v.object({
    isPossible: v.boolean(),
    most: v.number(),
    mostMoments: v.number(),
    spaces: v.array(vTrainingSpace)
});

export const vEnteredTrainingSpace: v.GenericSchema<t.EnteredTrainingSpace> = v.object({
    path: v.string()
});
