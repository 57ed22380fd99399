// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';

export const vInvitation: v.GenericSchema<t.Invitation> = v.object({
    askedAt: v.string(),
    sentAt: v.nullable(v.string()),
    expiresAt: v.nullable(v.string()),
    state: v.picklist([
        'on-its-way',
        'sent',
        'expired'
    ])
});

export const vProviderInvitation: v.GenericSchema<t.ProviderInvitation> = v.object({
    id: v.string(),
    provider: v.string(),
    invitedBy: v.string(),
    invitedAt: v.string(),
    until: v.string()
});
