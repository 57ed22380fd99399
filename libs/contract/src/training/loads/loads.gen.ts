// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vLoad: v.GenericSchema<t.Load> = v.object({
    cases: v.pipe(v.number(), v.integer()),
    seed: v.pipe(v.number(), v.integer()),
    done: v.pipe(v.number(), v.integer()),
    state: v.picklist([
        'waiting',
        'stopped',
        'done',
        'failed'
    ])
});
