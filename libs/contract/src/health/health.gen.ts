// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';

export const vHealth: v.GenericSchema<t.Health> = v.object({
    status: v.picklist(['ok'])
});

export const vReadiness: v.GenericSchema<t.Readiness> = v.object({
    status: v.picklist(['ok']),
    record: v.picklist([
        'kept',
        'behind',
        'failing',
        'rolled-back',
        'forked',
        'other-origin',
        'broken-tree',
        'other-keys',
        'no-memory',
        'signed-elsewhere',
        'taken-over'
    ])
});
