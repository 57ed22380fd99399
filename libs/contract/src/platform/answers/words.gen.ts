// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vWords: v.GenericSchema<t.Words> = v.object({
    fr: v.string(),
    en: v.string()
});
