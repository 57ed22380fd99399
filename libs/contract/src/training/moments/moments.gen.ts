// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vKeptMoment } from '../spaces/training-spaces.gen';

export const vBranchOf: v.GenericSchema<t.BranchOf> = v.object({
    key: v.string(),
    title: v.string(),
    state: v.picklist([
        'creating',
        'open',
        'copying',
        'archived',
        'failed'
    ]),
    at: v.string()
});

export const vPast: v.GenericSchema<t.Past> = v.object({
    size: v.number(),
    root: v.string(),
    holds: v.boolean(),
    holdsInParent: v.nullable(v.boolean())
});

export const vMoments: v.GenericSchema<t.Moments> = v.object({
    most: v.number(),
    moments: v.array(vKeptMoment),
    branches: v.array(vBranchOf),
    past: v.nullable(vPast)
});
