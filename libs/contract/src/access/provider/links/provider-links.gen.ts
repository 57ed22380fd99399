// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vWords } from '../../../platform/answers/words.gen';

export const vInvited: v.GenericSchema<t.Invited> = v.object({
    link: v.string(),
    until: v.string()
});

export const vProviderLink: v.GenericSchema<t.ProviderLink> = v.object({
    provider: v.string(),
    label: vWords,
    linkedAt: v.nullable(v.string()),
    invited: v.boolean()
});

export const vProviderLinks: v.GenericSchema<t.ProviderLinks> = v.object({
    items: v.array(vProviderLink)
});
