// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vWords } from '../../../platform/answers/words.gen';

export const vProvider: v.GenericSchema<t.Provider> = v.object({
    key: v.string(),
    label: vWords
});

export const vGoToProvider: v.GenericSchema<t.GoToProvider> = v.object({
    goTo: v.string()
});
