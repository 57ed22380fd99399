// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vReasonRating: v.GenericSchema<t.ReasonRating> = v.object({
    met: v.array(v.picklist([
        'facts',
        'words',
        'judgement',
        'ground'
    ])),
    missing: v.array(v.picklist([
        'facts',
        'words',
        'judgement',
        'ground'
    ])),
    note: v.nullable(v.string())
});

export const vWrittenReason: v.GenericSchema<t.WrittenReason> = v.object({
    entryId: v.string(),
    at: v.string(),
    who: v.nullable(v.string()),
    runId: v.string(),
    step: v.string(),
    title: vWords,
    said: v.array(vWords),
    isCut: v.boolean(),
    basis: v.array(v.string()),
    rating: v.nullable(vReasonRating)
});
