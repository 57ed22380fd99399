// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';
import { vWords } from '../platform/answers/words.gen';

export const vReceivedTerms: v.GenericSchema<t.ReceivedTerms> = v.object({
    ground: vWords,
    isBound: v.boolean(),
    child: v.picklist(['yes', 'no']),
    parents: v.picklist(['yes', 'no']),
    childView: v.nullable(v.union([v.object({
            said: v.string()
        }), v.object({
            whyNot: v.string()
        })]))
});
