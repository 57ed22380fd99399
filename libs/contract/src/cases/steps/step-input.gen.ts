// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vChildView: v.GenericSchema<t.ChildView> = v.object({
    said: v.optional(v.string()),
    whyNot: v.optional(v.string())
});
