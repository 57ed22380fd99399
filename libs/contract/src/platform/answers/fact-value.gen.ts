// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vAnswerWithNote: v.GenericSchema<t.AnswerWithNote> = v.object({
    answer: v.picklist([
        'yes',
        'no',
        'unknown',
        'not-asked',
        'refused'
    ]),
    note: v.optional(v.string())
});
