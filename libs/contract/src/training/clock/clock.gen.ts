// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vSpaceClock: v.GenericSchema<t.SpaceClock> = v.object({
    now: v.string(),
    deadlineAt: v.nullable(v.string()),
    majorityAt: v.nullable(v.string())
});

export const vMovedClock: v.GenericSchema<t.MovedClock> = v.object({
    isMomentKept: v.nullable(v.boolean())
});
