// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vReferralMessage: v.GenericSchema<t.ReferralMessage> = v.object({
    from: v.picklist(['team', 'service']),
    by: v.nullable(v.string()),
    at: v.string(),
    words: v.nullable(v.string()),
    seenAt: v.nullable(v.string())
});

export const vReferralMessages: v.GenericSchema<t.ReferralMessages> = v.object({
    items: v.array(vReferralMessage),
    mayWrite: v.boolean()
});
