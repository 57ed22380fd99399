// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vSafeContact: v.GenericSchema<t.SafeContact> = v.object({
    how: v.optional(v.string()),
    hours: v.optional(v.string()),
    codeWord: v.optional(v.string()),
    mayBeLeft: v.optional(v.string()),
    whoElseReads: v.optional(v.string())
});
