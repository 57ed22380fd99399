// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vCrowded: v.GenericSchema<t.Crowded> = v.object({
    free: v.pipe(v.number(), v.integer())
});
