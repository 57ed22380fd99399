// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vWithheld: v.GenericSchema<t.Withheld> = v.object({
    withheld: v.literal(true),
    ask: v.string()
});
