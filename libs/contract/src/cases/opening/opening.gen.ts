// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vLikeness: v.GenericSchema<t.Likeness> = v.object({
    code: v.picklist([
        'same-name',
        'sounds-alike',
        'same-phone',
        'birth-overlaps'
    ]),
    text: vWords
});

export const vDuplicateMatch: v.GenericSchema<t.DuplicateMatch> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    calledName: v.string(),
    birth: v.optional(v.string()),
    lead: v.nullable(v.string()),
    why: v.array(vLikeness)
});

export const vDuplicateMatches: v.GenericSchema<t.DuplicateMatches> = v.object({
    items: v.array(vDuplicateMatch)
});
