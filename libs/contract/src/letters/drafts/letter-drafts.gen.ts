// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vLetterDraft: v.GenericSchema<t.LetterDraft> = v.object({
    corrects: v.nullable(v.string()),
    content: v.record(v.string(), v.unknown()),
    savedAt: v.string(),
    revision: v.pipe(v.number(), v.integer())
});

export const vLetterDraftSaved: v.GenericSchema<t.LetterDraftSaved> = v.object({
    savedAt: v.string(),
    revision: v.pipe(v.number(), v.integer())
});
