// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vOnCallContact } from '../../directory/on-call/on-call.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vCallMade: v.GenericSchema<t.CallMade> = v.object({
    at: v.string(),
    answered: v.boolean()
});

export const vStepCall: v.GenericSchema<t.StepCall> = v.object({
    kind: v.picklist([
        'duty-prosecutor',
        'crip-unit',
        'ase-on-duty',
        'emergency-placement',
        'forensic-unit',
        'duty-line',
        'interpreter-line'
    ]),
    title: vWords,
    say: vWords,
    contacts: v.array(vOnCallContact),
    steps: v.array(v.string()),
    calls: v.array(vCallMade)
});

export const vOnCallPage: v.GenericSchema<t.OnCallPage> = v.object({
    territory: v.string(),
    zone: v.string(),
    mayCall: v.boolean(),
    kinds: v.array(vStepCall)
});
