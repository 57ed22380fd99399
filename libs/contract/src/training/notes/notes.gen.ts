// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vTrainerNote: v.GenericSchema<t.TrainerNote> = v.object({
    id: v.string(),
    words: v.string(),
    at: v.string()
});
