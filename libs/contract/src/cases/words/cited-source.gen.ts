// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vRenumbered: v.GenericSchema<t.Renumbered> = v.object({
    was: v.string(),
    is: v.string(),
    from: v.string()
});

export const vCitedSource: v.GenericSchema<t.CitedSource> = v.object({
    code: v.string(),
    text: vWords,
    confidence: v.optional(v.picklist([
        'A',
        'B',
        'C'
    ])),
    lines: v.optional(v.string()),
    inForce: v.optional(v.string()),
    aliases: v.optional(v.array(vRenumbered))
});
