// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vRedacted: v.GenericSchema<t.Redacted> = v.object({
    redacted: v.literal(true),
    ask: v.string()
});
