// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../../types.gen';
import { vWords } from '../../../platform/answers/words.gen';

export const vLeftOut: v.GenericSchema<t.LeftOut> = v.object({
    classes: v.array(v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ])),
    fields: v.array(v.string())
});

export const vBundle: v.GenericSchema<t.Bundle> = v.object({
    id: v.string(),
    kind: v.picklist(['case', 'mission']),
    state: v.picklist([
        'waiting',
        'gathering',
        'signing',
        'ready',
        'failed',
        'gone'
    ]),
    progress: v.number(),
    askedAt: v.string(),
    reason: v.string(),
    leaveOut: vLeftOut,
    redacted: v.array(v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ])),
    isWhole: v.boolean(),
    entries: v.nullable(v.number()),
    bytes: v.nullable(v.number()),
    fileName: v.string(),
    keptUntil: v.nullable(v.string())
});

export const vFieldToLeaveOut: v.GenericSchema<t.FieldToLeaveOut> = v.object({
    id: v.string(),
    title: vWords,
    fieldClass: v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ])
});

export const vCaseBundles: v.GenericSchema<t.CaseBundles> = v.object({
    caseFileId: v.string(),
    reference: v.string(),
    items: v.array(vBundle),
    redacted: v.array(v.picklist([
        'identity',
        'people',
        'contact',
        'places',
        'health',
        'judicial',
        'situation',
        'narrative',
        'opinion',
        'staff'
    ])),
    fields: v.array(vFieldToLeaveOut),
    entries: v.number()
});
