// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';

export const vPasskeyOptions: v.GenericSchema<t.PasskeyOptions> = v.object({
    options: v.record(v.string(), v.unknown())
});

export const vSecondStepDue: v.GenericSchema<t.SecondStepDue> = v.object({
    means: v.array(v.picklist([
        'code',
        'recovery-code',
        'passkey'
    ])),
    until: v.string()
});

export const vStepUpAsked: v.GenericSchema<t.StepUpAsked> = v.object({
    means: v.array(v.picklist([
        'code',
        'recovery-code',
        'passkey'
    ]))
});
