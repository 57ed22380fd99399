// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../types.gen';

export const vSignerKey: v.GenericSchema<t.SignerKey> = v.object({
    key: v.string(),
    voucher: v.optional(v.string())
});

export const vSignerKeys: v.GenericSchema<t.SignerKeys> = v.object({
    keys: v.array(vSignerKey)
});

export const vConsistency: v.GenericSchema<t.Consistency> = v.object({
    hashes: v.array(v.string())
});
