// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vWords } from '../../../platform/answers/words.gen';

export const vModelAct: v.GenericSchema<t.ModelAct> = v.object({
    at: v.string(),
    who: v.nullable(vWords),
    what: vWords,
    said: v.array(vWords)
});

export const vGroupAct: v.GenericSchema<t.GroupAct> = v.object({
    at: v.string(),
    who: v.nullable(v.string()),
    what: vWords,
    said: v.array(vWords),
    isCut: v.boolean(),
    runId: v.string(),
    step: v.string()
});

export const vActBeside: v.GenericSchema<t.ActBeside> = v.object({
    key: v.string(),
    title: vWords,
    basis: v.array(v.string()),
    model: v.nullable(vModelAct),
    group: v.nullable(vGroupAct),
    lost: v.array(v.string())
});
