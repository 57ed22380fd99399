// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vTraceAnswer: v.GenericSchema<t.TraceAnswer> = v.object({
    kind: v.picklist([
        'protocol',
        'step',
        'safeguard',
        'fact',
        'page',
        'statistic',
        'engine-rule'
    ]),
    title: vWords,
    protocol: v.optional(v.string()),
    version: v.optional(v.string()),
    id: v.optional(v.string()),
    path: v.optional(v.string())
});

export const vTraceLine: v.GenericSchema<t.TraceLine> = v.object({
    item: v.string(),
    asks: vWords,
    lines: v.string(),
    answers: v.array(vTraceAnswer),
    notYet: v.nullable(vWords)
});

export const vAlias: v.GenericSchema<t.Alias> = v.object({
    was: v.string(),
    is: v.string(),
    from: v.string()
});

export const vReferenceLine: v.GenericSchema<t.ReferenceLine> = v.object({
    code: v.string(),
    title: vWords,
    confidence: v.nullable(v.picklist([
        'A',
        'B',
        'C',
        'U'
    ])),
    inForce: v.nullable(v.string()),
    source: v.nullable(v.string()),
    aliases: v.array(vAlias),
    citedBy: v.array(vTraceAnswer)
});

export const vWording: v.GenericSchema<t.Wording> = v.object({
    fr: v.record(v.string(), v.string()),
    en: v.record(v.string(), v.string())
});
