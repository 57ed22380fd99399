// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vOver: v.GenericSchema<t.Over> = v.object({
    why: v.picklist([
        'withdrawn',
        'found',
        'not-sought',
        'goes-on',
        'ended'
    ]),
    at: v.string()
});
