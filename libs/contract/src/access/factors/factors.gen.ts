// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';

export const vTotp: v.GenericSchema<t.Totp> = v.object({
    addedAt: v.string()
});

export const vPasskey: v.GenericSchema<t.Passkey> = v.object({
    id: v.string(),
    name: v.string(),
    addedAt: v.string(),
    lastUsedAt: v.nullable(v.string()),
    isSynced: v.boolean()
});

export const vRecovery: v.GenericSchema<t.Recovery> = v.object({
    left: v.number(),
    madeAt: v.string()
});

export const vFactors: v.GenericSchema<t.Factors> = v.object({
    totp: v.nullable(vTotp),
    passkeys: v.array(vPasskey),
    recovery: v.nullable(vRecovery),
    isRequired: v.boolean()
});

export const vTotpToConfirm: v.GenericSchema<t.TotpToConfirm> = v.object({
    secret: v.string(),
    uri: v.string()
});

export const vFactorAdded: v.GenericSchema<t.FactorAdded> = v.object({
    recoveryCodes: v.nullable(v.array(v.string()))
});

export const vRecoveryCodes: v.GenericSchema<t.RecoveryCodes> = v.object({
    codes: v.array(v.string())
});
