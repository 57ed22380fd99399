// Printed by `npm run print-contract` from what the API describes.
import * as v from 'valibot';
import type * as t from '../../types.gen';
import { vFactDefinition } from './fact-definition.gen';
import { vWords } from '../../platform/answers/words.gen';

export const vMoment: v.GenericSchema<t.Moment> = v.object({
    from: v.string(),
    after: v.string(),
    at: v.picklist(['latest', 'earliest']),
    title: vWords
});

export const vSharedDocument: v.GenericSchema<t.SharedDocument> = v.object({
    facts: v.record(v.string(), vFactDefinition),
    moments: v.record(v.string(), vMoment),
    reasons: v.record(v.string(), v.record(v.string(), vWords)),
    evidence: v.record(v.string(), vWords),
    language: v.pipe(v.number(), v.integer()),
    contradictions: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
    refusedWords: v.object({
        fr: v.record(v.string(), v.string()),
        en: v.record(v.string(), v.string())
    })
});

export const vRenumberedText: v.GenericSchema<t.RenumberedText> = v.object({
    was: v.string(),
    is: v.string(),
    from: v.string()
});

export const vSource: v.GenericSchema<t.Source> = v.object({
    code: v.string(),
    title: vWords,
    confidence: v.optional(v.picklist([
        'A',
        'B',
        'C',
        'U'
    ])),
    lines: v.optional(v.string()),
    source: v.optional(v.string()),
    inForce: v.optional(v.string()),
    aliases: v.optional(v.array(vRenumberedText))
});

export const vSharedWords: v.GenericSchema<t.SharedWords> = v.object({
    facts: v.record(v.string(), vFactDefinition),
    moments: v.record(v.string(), vMoment),
    reasons: v.record(v.string(), v.record(v.string(), vWords)),
    evidence: v.record(v.string(), vWords)
});
