// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vOutOfForce: v.GenericSchema<t.OutOfForce> = v.object({
    protocol: v.string(),
    title: vWords,
    version: v.string(),
    inForce: v.string()
});
