// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vPreparedReferral: v.GenericSchema<t.PreparedReferral> = v.object({
    id: v.string(),
    version: v.pipe(v.number(), v.integer()),
    accountId: v.nullable(v.string()),
    serviceId: v.nullable(v.string()),
    to: v.string(),
    bar: v.nullable(v.picklist([
        'gone',
        'kept-away',
        'has-account'
    ])),
    request: v.nullable(v.string()),
    by: v.string(),
    at: v.string(),
    dueAt: v.string(),
    isDue: v.boolean()
});
