// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vScoreMoment: v.GenericSchema<t.ScoreMoment> = v.object({
    at: v.string(),
    who: v.nullable(v.string()),
    what: vWords
});
