// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vOpensWith: v.GenericSchema<t.OpensWith> = v.object({
    runId: v.string(),
    step: v.string()
});

export const vBecause: v.GenericSchema<t.Because> = v.object({
    text: vWords,
    name: v.optional(v.string()),
    fact: v.optional(v.string()),
    runId: v.optional(v.string()),
    step: v.optional(v.string()),
    basis: v.array(v.string()),
    opensWith: v.optional(vOpensWith)
});

export const vExplanation: v.GenericSchema<t.Explanation> = v.object({
    state: v.picklist([
        'not-applicable',
        'waiting',
        'blocked',
        'not-yet',
        'ready',
        'to-confirm',
        'awaiting-approval',
        'done-to-approve',
        'done',
        'waived'
    ]),
    summary: vWords,
    because: v.array(vBecause),
    basis: v.array(v.string())
});
