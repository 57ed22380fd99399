// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';

export const vMissionPlan: v.GenericSchema<t.MissionPlan> = v.object({
    teamIds: v.array(v.string()),
    from: v.string(),
    to: v.string(),
    protocols: v.array(v.string()),
    title: v.string(),
    question: v.string(),
    auditorIds: v.array(v.string()),
    method: v.picklist([
        'random',
        'risk',
        'all'
    ]),
    size: v.optional(v.number()),
    checklist: v.array(v.string())
});

export const vCheck: v.GenericSchema<t.Check> = v.object({
    question: v.number(),
    answer: v.optional(v.picklist([
        'yes',
        'no',
        'unknown',
        'not-applicable'
    ])),
    note: v.string()
});

export const vExamination: v.GenericSchema<t.Examination> = v.object({
    answers: v.array(vCheck),
    done: v.boolean()
});
