// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';

export const vLinkState: v.GenericSchema<t.LinkState> = v.object({
    kind: v.picklist(['invitation', 'reset']),
    login: v.string(),
    name: v.string(),
    language: v.picklist(['fr', 'en'])
});
