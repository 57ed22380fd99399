// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vAssessmentLimit: v.GenericSchema<t.AssessmentLimit> = v.object({
    minutes: v.pipe(v.number(), v.integer()),
    until: v.nullable(v.string()),
    secondsLeft: v.nullable(v.pipe(v.number(), v.integer()))
});
